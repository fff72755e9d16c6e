// The update of distances: G. N. Lance, W. T. Williams, "A general theory of classificatory sorting strategies", The Computer
// Journal 9 (1967) 373–380.
import { Differences, HELD_ROWS } from '../../kernels/differences.ts';
import type { Matrix } from '../../types.ts';
import { Alive, BLOCK_WORK, chain } from './chain.ts';
import { distanceBetween, summedDistance } from './distance.ts';
import type { Linkage, Metric } from './names.ts';
import type { Merges } from './tree.ts';

/** Of less the kernels are slower to come than the distances are to take. */
const KERNEL_WORK = 2 ** 20;

/**
 * Merges by complete, average or ward linkage from the distances of all pairs (n² numbers), step for step in the order and
 * rounding of scipy's `linkage`, so that ties fall alike.
 * @throws RangeError where the distances do not fit into memory
 */
export function* chainOfPairs(
  X: Matrix,
  metric: Metric,
  linkage: Exclude<Linkage, 'single'>,
): Generator<null, Merges, void> {
  const alive = new Alive(X.rows);
  const table = yield* distanceTable(X, metric);
  const joined = JOINED[linkage];
  return yield* chain(alive, 1, {
    nearest: (x, previous) => table.nearest(x, previous),
    join: (x, y, distance) => table.join(x, y, distance, alive, joined),
  });
}

/** The distance of x ∪ y from a third cluster, from theirs and the sizes. */
type Joined = (dx: number, dy: number, dxy: number, nx: number, ny: number, ni: number) => number;

const JOINED: Readonly<Record<Exclude<Linkage, 'single'>, Joined>> = {
  complete: (dx, dy) => Math.max(dx, dy),
  average: (dx, dy, _, nx, ny) => (nx * dx + ny * dy) / (nx + ny),
  ward: (dx, dy, dxy, nx, ny, ni) => {
    const t = 1 / (nx + ny + ni);
    return Math.sqrt((ni + nx) * t * dx * dx + (ni + ny) * t * dy * dy - ni * t * dxy * dxy);
  },
};

function* distanceTable(X: Matrix, metric: Metric): Generator<null, Table, void> {
  const n = X.rows;
  const values = new Float64Array(n * n);
  yield* n * n * X.cols < KERNEL_WORK ? fillOneByOne(values, X, metric) : fillByKernels(values, X, metric);
  for (let i = 0; i < n; i++) values[i * n + i] = Number.POSITIVE_INFINITY;
  return new Table(values, n);
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

/**
 * Distances between clusters, a row a cluster: what is gone, and the diagonal, is infinitely far. Once a third of the rows
 * is gone the rest moves together.
 */
class Table {
  /** Which cluster stands in a row, ascending, and in which row a cluster stands; a row whose cluster is gone has -1. */
  private readonly clusters: Int32Array;
  private readonly rowOf: Int32Array;
  private gone = 0;

  constructor(
    private readonly values: Float64Array,
    private rows: number,
  ) {
    this.clusters = Int32Array.from({ length: rows }, (_, i) => i);
    this.rowOf = this.clusters.slice();
  }

  nearest(x: number, previous: number): { cluster: number; distance: number } {
    const { values, rows } = this;
    const start = this.rowOf[x]! * rows;
    let best = previous < 0 ? -1 : this.rowOf[previous]!;
    let distance = best < 0 ? Number.POSITIVE_INFINITY : values[start + best]!;
    for (let at = 0; at < rows; at++) {
      const value = values[start + at]!;
      if (value < distance) {
        distance = value;
        best = at;
      }
    }
    return { cluster: this.clusters[best]!, distance };
  }

  join(x: number, y: number, distance: number, { sizes }: Alive, joined: Joined): void {
    const { values, rows, clusters } = this;
    const [ofX, ofY] = [this.rowOf[x]!, this.rowOf[y]!];
    const [nx, ny] = [sizes[x]!, sizes[y]!];
    for (let i = 0; i < rows; i++) {
      if (clusters[i]! < 0 || i === ofX || i === ofY) continue;
      const value = joined(values[ofX * rows + i]!, values[ofY * rows + i]!, distance, nx, ny, sizes[clusters[i]!]!);
      values[ofY * rows + i] = value;
      values[i * rows + ofY] = value;
      values[i * rows + ofX] = Number.POSITIVE_INFINITY;
    }
    values[ofY * rows + ofX] = Number.POSITIVE_INFINITY;
    clusters[ofX] = -1;
    if (++this.gone * 3 > rows) this.moveTogether();
  }

  private moveTogether(): void {
    const { values, rows, clusters } = this;
    const kept = Int32Array.from(clusters.subarray(0, rows).keys()).filter((i) => clusters[i]! >= 0);
    let to = 0;
    for (const i of kept) {
      for (const j of kept) values[to++] = values[i * rows + j]!;
    }
    kept.forEach((i, at) => {
      clusters[at] = clusters[i]!;
      this.rowOf[clusters[at]!] = at;
    });
    this.rows = kept.length;
    this.gone = 0;
  }
}
