import { Differences, HELD_ROWS } from '../../kernels/differences.ts';
import type { Matrix } from '../../types.ts';
import { Alive, BLOCK_WORK, chain } from './chain.ts';
import { distanceBetween, summedDistance } from './distance.ts';
import type { PairLinkage } from './joins.ts';
import type { Metric } from './names.ts';
import { NARROW, narrowRows } from './narrow.ts';
import { Table } from './table.ts';
import type { Merges } from './tree.ts';

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
  const values = new Float64Array(n * n);
  if (X.cols <= NARROW) return new Table(values, n, linkage, narrowRows(X, metric));
  yield* n * n * X.cols < KERNEL_WORK ? fillOneByOne(values, X, metric) : fillByKernels(values, X, metric);
  for (let i = 0; i < n; i++) values[i * n + i] = Number.POSITIVE_INFINITY;
  return new Table(values, n, linkage, null);
}

function* fillOneByOne(values: Float64Array, X: Matrix, metric: Metric): Generator<null, void, void> {
  const n = X.rows;
  const distance = distanceBetween(X, metric);
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const value = distance(i, j);
      values[i * n + j] = value;
      values[j * n + i] = value;
    }
  }
  yield null;
}

/** The same numbers. */
function* fillByKernels(values: Float64Array, X: Matrix, metric: Metric): Generator<null, void, void> {
  const { rows: n, cols: d } = X;
  const { measure, distance } = summedDistance(X, metric);
  const differences = new Differences(X.data, d, measure);
  let work = 0;
  for (let from = 0; from < n; from += HELD_ROWS) {
    const held = Math.min(HELD_ROWS, n - from);
    differences.hold(from, from + held);
    differences.compare(from, n, (first, sums) => {
      for (let i = first, at = 0; i < first + sums.length / HELD_ROWS; i++, at += HELD_ROWS) {
        for (let lane = 0; lane < held; lane++) {
          const value = distance(sums[at + lane]!, i, from + lane);
          values[i * n + from + lane] = value;
          values[(from + lane) * n + i] = value;
        }
      }
    });
    work += held * (n - from) * (d + 10);
    if (work > 4 * BLOCK_WORK) {
      work = 0;
      yield null;
    }
  }
}
