import type { Pause } from '../../fit.ts';
import { SparseLloyd } from '../../kernels/lloyd.ts';
import { seedSlices } from '../../kernels/seeding.ts';
import { splitRows } from '../../kernels/slices.ts';
import { type SparseRows, sparseRows } from '../../kernels/sparse.ts';
import { candidatesPerSeed, evenWeights } from '../../numeric/centers/seeding.ts';
import type { RandomState } from '../../numeric/random-state.ts';
import { type Pixels, rowOf, takePixelRows } from '../../pixels.ts';
import type { Rows } from './rows.ts';
import type { Run } from './run.ts';

/** Pixels, those that are 0 left out; every choice between two centres is made by float64 distances. */
export function* sparsePixels(X: Pixels): Generator<null, Rows, void> {
  return rowsOver(X, yield* sparseRows(X));
}

function rowsOver(X: Pixels, rows: SparseRows): Rows {
  const { n, d } = rows;
  const { divisor } = X;
  let step: SparseLloyd | null = null;
  /** Of the batch that was looked at last: the sum of its rows at each centre, in pixels. */
  let batchSums: Int32Array = new Int32Array(0);
  /** The kernel's own centres, in pixels, are those of the run. */
  const stepAt = (centers: Float64Array): SparseLloyd => {
    step ??= new SparseLloyd(rows, centers.length / d);
    step.setCenters(centers, divisor);
    return step;
  };
  return {
    n,
    d,
    *take(chosen) {
      const taken = takePixelRows(X, chosen);
      return rowsOver(taken, yield* sparseRows(taken));
    },
    *seed(init, k, random) {
      if (init === 'k-means++') return yield* seeded(X, k, random);
      yield null;
      return random.choice(n, { size: k, replace: false, p: evenWeights(n) });
    },
    centersAt(chosen) {
      const centers = new Float64Array(chosen.length * d);
      for (const [j, row] of chosen.entries()) centers.set(rowOf(X, row), j * d);
      return centers;
    },
    *judge(centers) {
      const judge = stepAt(centers);
      judge.restart();
      yield* judge.assignAll();
      return judge.inertia() / divisor ** 2;
    },
    *meanVariance() {
      yield null;
      return rows.meanVariance / divisor ** 2;
    },
    *assignBatch(run) {
      yield null;
      const found = stepAt(run.centers).nearestOf(run.batch.rows, run.batch.labels);
      batchSums = found.sums;
      return inertiaOfBatch(found, run, divisor);
    },
    addBatch: ({ next }) => addShares(next, batchSums, divisor),
    *assignAll(run) {
      const all = stepAt(run.centers);
      yield* all.assignAll();
      run.labels.set(all.labels);
    },
    *inertia() {
      yield null;
      return step!.inertia() / divisor ** 2;
    },
    dispose: () => step?.dispose(),
  };
}

function* seeded(X: Pixels, k: number, random: RandomState): Generator<null, Int32Array, void> {
  const slices = yield* alone(splitRows(X, null));
  try {
    return yield* alone(seedSlices(slices, k, candidatesPerSeed(k), random));
  } finally {
    slices.dispose();
  }
}

/** Without helpers there is nobody to wait for. */
const alone = <T>(steps: Generator<Pause, T, void>) => steps as Generator<null, T, void>;

/** Adds `sums` over `divisor`. */
function addShares(next: Float64Array, sums: Int32Array, divisor: number): void {
  for (let at = 0; at < next.length; at++) next[at]! += sums[at]! / divisor;
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
  for (const label of batch.labels) sizes[label]!++;
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
