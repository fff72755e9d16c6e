import { SparseLloyd } from '../../kernels/lloyd.ts';
import { seedSparse } from '../../kernels/seeding.ts';
import { sparseRows } from '../../kernels/sparse.ts';
import { candidatesPerSeed, evenWeights } from '../../numeric/centers/seeding.ts';
import type { Pixels } from '../../pixels.ts';
import type { Ground, GroundOptions } from './ground.ts';
import { iterate, type Run } from './run.ts';
import { finishUpdate } from './update.ts';

/**
 * Pixels, those that are 0 left out, as they are: neither divided nor centred, which changes no label. Sums are whole numbers,
 * so centres are exact up to one rounding; every choice between two centres is made by float64 distances. Lloyd's steps,
 * whatever `algorithm` says: bounds are kept all the same.
 */
export function* sparseGround(
  X: Pixels,
  { clusters: k, maxIterations, tol }: GroundOptions,
): Generator<null, Ground, void> {
  const rows = yield* sparseRows(X);
  const { n, d } = rows;
  const { divisor } = X;
  const step = new SparseLloyd(rows, k);
  const limits = { maxIterations, tolerance: tol * rows.meanVariance };
  return {
    n,
    d,
    k,
    limits,
    unit: 1 / divisor,
    outward: (centers) => centers.map((value) => value / divisor),
    inward: (centers) => centers.map((value) => value * divisor),
    *seed(init, random) {
      if (init === 'k-means++') return yield* seedSparse(rows, k, candidatesPerSeed(k), random);
      yield null;
      return random.choice(n, { size: k, replace: false, p: evenWeights(n) });
    },
    centersAt: (chosen) => Float64Array.from(Array.from(chosen, (row) => [...rowAt(X, row)]).flat()),
    *go(run, observer) {
      step.restart();
      function* assign(): Generator<null, void, void> {
        step.setCenters(run.centers);
        yield* step.assignAll();
        run.labels.set(step.labels);
        run.sizes.set(step.sizes);
        run.next.set(step.sums);
      }
      const update = () =>
        finishUpdate(run, d, k, { distances: () => distancesToOwn(X, run), row: (i) => rowAt(X, i) });
      yield* iterate(limits, run, observer, assign, update);
    },
    *inertia(run) {
      yield null;
      return step.inertia(run.centers) / divisor ** 2;
    },
    dispose: () => step.dispose(),
  };
}

function rowAt({ bytes, cols }: Pixels, i: number): Uint8Array {
  return bytes.subarray(i * cols, (i + 1) * cols);
}

/** ‖row − its centre‖² of each row. */
function distancesToOwn({ bytes, rows, cols }: Pixels, { centers, labels }: Run): Float64Array {
  const distances = new Float64Array(rows);
  for (let i = 0, at = 0; i < rows; i++) {
    for (let f = labels[i]! * cols, end = f + cols; f < end; f++) distances[i]! += (bytes[at++]! - centers[f]!) ** 2;
  }
  return distances;
}
