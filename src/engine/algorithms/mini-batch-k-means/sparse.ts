import type { Pause } from '../../fit.ts';
import { type OwnSlices, ownRows } from '../../kernels/own-slices.ts';
import { seedSlices } from '../../kernels/seeding.ts';
import { candidatesPerSeed, evenWeights } from '../../numeric/centers/seeding.ts';
import { type Pixels, rowOf, takePixelRows } from '../../pixels.ts';
import type { Rows } from './rows.ts';
import type { Run } from './run.ts';

/** Pixels, those that are 0 left out; every choice between two centres is made by float64 distances. */
export function* sparsePixels(X: Pixels): Generator<Pause, Rows, void> {
  return rowsOver(X, yield* ownRows(X));
}

function rowsOver(X: Pixels, slices: OwnSlices): Rows {
  const { n, d } = slices;
  const { divisor } = X;
  /** Of the batch that was looked at last: the sum of its rows at each centre, in pixels. */
  let batchSums: Int32Array = new Int32Array(0);
  /** The centres that all rows were assigned by, in pixels. */
  let assignedBy: Float64Array | null = null;
  function* assign(centers: Float64Array, labels: Int32Array): Generator<Pause, void, void> {
    const isFirst = assignedBy === null;
    assignedBy = times(centers, divisor);
    const k = centers.length / d;
    const sums = { next: new Float64Array(k * d), sizes: new Float64Array(k) };
    yield* slices.assign(assignedBy, isFirst, { labels, ...sums });
  }
  const inertia = () => slices.inertia(assignedBy!) / divisor ** 2;
  return {
    n,
    d,
    *take(chosen) {
      const taken = takePixelRows(X, chosen);
      return rowsOver(taken, yield* ownRows(taken));
    },
    *seed(init, k, random) {
      if (init === 'k-means++') return yield* seedSlices(slices, k, candidatesPerSeed(k), random);
      yield null;
      return random.choice(n, { size: k, replace: false, p: evenWeights(n) });
    },
    centersAt(chosen) {
      const centers = new Float64Array(chosen.length * d);
      for (const [j, row] of chosen.entries()) centers.set(rowOf(X, row), j * d);
      return centers;
    },
    *judge(centers) {
      yield* assign(centers, new Int32Array(n));
      return inertia();
    },
    *meanVariance() {
      return (yield* slices.meanVariance()) / divisor ** 2;
    },
    *assignBatch(run) {
      yield null;
      const found = yield* slices.nearest(run.centers, divisor, run.batch.rows, run.batch.labels);
      batchSums = found.sums;
      return inertiaOfBatch(found, run, divisor);
    },
    addBatch: ({ next }) => addShares(next, batchSums, divisor),
    assignAll: (run) => assign(run.centers, run.labels),
    *inertia() {
      yield null;
      return inertia();
    },
    dispose: () => slices.dispose(),
  };
}

// Once a batch for every coordinate: callbacks, and divisions of the zeros, took a tenth of a fit.
function times(values: Float64Array, factor: number): Float64Array {
  const product = new Float64Array(values.length);
  for (let at = 0; at < values.length; at++) product[at] = values[at]! * factor;
  return product;
}

/** Adds `sums` over `divisor`. */
function addShares(next: Float64Array, sums: Int32Array, divisor: number): void {
  for (let at = 0; at < next.length; at++) {
    const sum = sums[at]!;
    if (sum !== 0) next[at]! += sum / divisor;
  }
}

/** Σ ‖x‖² − 2 x·c + ‖c‖² over the batch, in units of X. */
function inertiaOfBatch(
  { sums, norms }: { sums: Int32Array; norms: number },
  { centers, batch, pulls }: Run,
  divisor: number,
): number {
  const k = pulls.length;
  const d = centers.length / k;
  const sizes = new Float64Array(k);
  for (let i = 0; i < batch.labels.length; i++) sizes[batch.labels[i]!]!++;
  let inertia = norms / divisor ** 2;
  for (let j = 0, at = 0; j < k; j++) {
    const size = sizes[j]!;
    for (const end = at + d; at < end; at++) {
      const center = centers[at]!;
      inertia += center * (size * center - (2 * sums[at]!) / divisor);
    }
  }
  return Math.max(0, inertia);
}
