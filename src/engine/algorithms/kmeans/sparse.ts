import type { Pause } from '../../fit.ts';
import type { Helpers } from '../../kernels/helpers.ts';
import { seedSlices } from '../../kernels/seeding.ts';
import { splitRows } from '../../kernels/slices.ts';
import { candidatesPerSeed, evenWeights } from '../../numeric/centers/seeding.ts';
import type { Pixels } from '../../pixels.ts';
import type { Ground, GroundOptions } from './ground.ts';
import { iterate, type Run } from './run.ts';
import { finishUpdate } from './update.ts';

/**
 * Pixels, those that are 0 left out, as they are: neither divided nor centred, which changes no label. Sums are whole numbers,
 * so centres are exact up to one rounding, however many helpers share the rows; every choice between two centres is made by
 * float64 distances. Lloyd's steps, whatever `algorithm` says: bounds are kept all the same.
 */
export function* sparseGround(
  X: Pixels,
  { clusters: k, maxIterations, tol }: GroundOptions,
  helpers: Helpers | null,
): Generator<Pause, Ground, void> {
  const slices = yield* splitRows(X, helpers);
  const { n, d } = slices;
  const { divisor } = X;
  const limits = { maxIterations, tolerance: tol * (yield* slices.meanVariance()) };
  return {
    n,
    d,
    k,
    limits,
    unit: 1 / divisor,
    outward: (centers) => centers.map((value) => value / divisor),
    inward: (centers) => centers.map((value) => value * divisor),
    *seed(init, random) {
      if (init === 'k-means++') return yield* seedSlices(slices, k, candidatesPerSeed(k), random);
      yield null;
      return random.choice(n, { size: k, replace: false, p: evenWeights(n) });
    },
    centersAt: (chosen) => Float64Array.from(Array.from(chosen, (row) => [...slices.row(row)]).flat()),
    *go(run, observer) {
      let isFirst = true;
      function* assign(): Generator<Pause, void, void> {
        yield* slices.assign(run.centers, isFirst, run);
        isFirst = false;
      }
      const update = () =>
        finishUpdate(run, d, k, { distances: () => distancesToOwn(X, run), row: (i) => slices.row(i) });
      yield* iterate(limits, run, observer, assign, update);
    },
    *inertia(run) {
      yield null;
      return slices.inertia(run.centers) / divisor ** 2;
    },
    dispose: () => slices.dispose(),
  };
}

/** ‖row − its centre‖² of each row. */
function distancesToOwn({ bytes, rows, cols }: Pixels, { centers, labels }: Run): Float64Array {
  const distances = new Float64Array(rows);
  for (let i = 0, at = 0; i < rows; i++) {
    for (let f = labels[i]! * cols, end = f + cols; f < end; f++) distances[i]! += (bytes[at++]! - centers[f]!) ** 2;
  }
  return distances;
}
