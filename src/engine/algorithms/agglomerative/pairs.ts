import { ClusterRows } from '../../kernels/cluster-rows.ts';
import { fillSymmetric } from '../../numeric/all-pairs.ts';
import { matrix } from '../../numeric/matrix.ts';
import type { Matrix } from '../../types.ts';
import { Alive, chain } from './chain.ts';
import { distanceBetween, summedDistance } from './distance.ts';
import type { Linkage, Metric } from './names.ts';
import { Table } from './table.ts';
import type { Merges } from './tree.ts';

/** Linkages of which the distances of all pairs are kept. */
type PairLinkage = Exclude<Linkage, 'single'>;

/** Of rows with so few columns distances are taken when they are asked for, twice for each pair, rather than kept from before. */
const NARROW = 12;

/** Of less the kernels are slower to come than the distances are to take. */
const KERNEL_WORK = 2 ** 20;

/**
 * Merges by complete, average or ward linkage from the distances of all pairs (room for n² numbers), step for step in the
 * order and rounding of scipy's `linkage`, so that ties fall alike.
 * @throws RangeError where the distances do not fit into memory
 */
export function* chainOfPairs(X: Matrix, metric: Metric, linkage: PairLinkage): Generator<null, Merges, void> {
  const table = yield* distanceTable(X, metric, linkage);
  return yield* chain(new Alive(X.rows), 1, table);
}

function* distanceTable(X: Matrix, metric: Metric, linkage: PairLinkage): Generator<null, Table, void> {
  const n = X.rows;
  const { measure, distance } = summedDistance(X, metric);
  if (X.cols <= NARROW && measure !== 'sumProducts') {
    const rows = new ClusterRows(n, linkage, X);
    return new Table(rows, n, (start, i) => rows.measure(start, i, measure));
  }
  const rows = new ClusterRows(n, linkage, matrix(0, 0));
  const { values, stride } = rows;
  yield* n * n * X.cols < KERNEL_WORK
    ? fillOneByOne(values, stride, X, metric)
    : fillSymmetric(X, measure, values, stride, distance);
  for (let i = 0; i < n; i++) {
    values[i * stride + i] = Number.POSITIVE_INFINITY;
    values.fill(Number.POSITIVE_INFINITY, i * stride + n, (i + 1) * stride);
  }
  return new Table(rows, n, null);
}

function* fillOneByOne(values: Float64Array, stride: number, X: Matrix, metric: Metric): Generator<null, void, void> {
  const n = X.rows;
  const distance = distanceBetween(X, metric);
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const value = distance(i, j);
      values[i * stride + j] = value;
      values[j * stride + i] = value;
    }
  }
  yield null;
}
