import { measureInertia } from '../../numeric/centers/inertia.ts';
import { seedAtRandom, seedingRoom, seedPlusPlus } from '../../numeric/centers/seeding.ts';
import type { Matrix } from '../../types.ts';
import { elkan } from './elkan.ts';
import type { Ground } from './ground.ts';
import { lloyd } from './lloyd.ts';
import type { Options } from './options.ts';
import { makeProblem, shifted } from './problem.ts';

/** Rows of float64, centred as scikit-learn centres them, so that the last bits are its own. */
export function* denseGround(X: Matrix, options: Options): Generator<null, Ground, void> {
  const problem = yield* makeProblem(X, options);
  const { data, mean, n, d, k } = problem;
  let room: ReturnType<typeof seedingRoom> | null = null;
  return {
    n,
    d,
    k,
    limits: problem,
    unit: 1,
    outward: (centers) => shifted(centers, mean, 1),
    inward: (centers) => shifted(centers, mean, -1),
    seed(init, random) {
      if (init === 'random') return seedAtRandom(problem, k, random);
      room ??= seedingRoom(n, k);
      return seedPlusPlus(problem, k, random, room);
    },
    centersAt(rows) {
      const centers = new Float64Array(k * d);
      rows.forEach((row, j) => {
        centers.set(data.subarray(row * d, row * d + d), j * d);
      });
      return centers;
    },
    go: (run, observer) => (options.elkan ? elkan : lloyd)(problem, run, observer),
    inertia: (run) => measureInertia(problem, run.centers, run.labels),
    dispose() {},
  };
}
