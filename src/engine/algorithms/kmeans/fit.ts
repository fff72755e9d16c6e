import type { Fit, FitContext } from '../../fit.ts';
import { measureInertia } from '../../numeric/centers/inertia.ts';
import { candidatesPerSeed, seedAtRandom, seedPlusPlus } from '../../numeric/centers/seeding.ts';
import type { Fitted, Frame } from '../../types.ts';
import { elkan } from './elkan.ts';
import { FrameMaker } from './frames.ts';
import { lloyd } from './lloyd.ts';
import { type Options, readOptions } from './options.ts';
import { makeProblem, type Problem, shifted } from './problem.ts';
import { NONE, type Run, startRun } from './run.ts';

/** Where a run starts from; `seeds` are the rows behind the centres, none for centres given by hand. */
interface Start {
  readonly centers: Float64Array;
  readonly seeds: Int32Array;
}
interface Candidate {
  readonly start: Start;
  readonly run: Run;
  readonly inertia: number;
  /** 1 for the first. */
  readonly number: number;
}

/**
 * K-means as scikit-learn's `KMeans` runs it: rows centred first, one stream of random numbers through all `n_init` runs, the
 * run with the lowest inertia kept. Attributes: cluster_centers (k × d), inertia, n_iter. With more than one run, frames are
 * of the best one, run once more from where it started. Throws a RecipeError for more clusters than rows and for `init` of
 * the wrong shape.
 */
export const fit: Fit = function* fit(X, params, context) {
  const options = readOptions(params, X.rows, X.cols);
  const problem = yield* makeProblem(X, options);
  const runner = options.elkan ? elkan : lloyd;
  const isWatched = options.runs === 1 && context.wantsFrame();
  let best: Candidate | null = null;
  for (let number = 1; number <= options.runs; number++) {
    const start = yield* makeStart(problem, options, context);
    const run = startRun(problem, start.centers);
    const frames = isWatched ? frameMaker(problem, options, context, number) : null;
    if (frames) yield frames.seeded(start.centers, start.seeds);
    yield* runner(problem, run, frames);
    const inertia = yield* measureInertia(problem, run.centers, run.labels);
    if (best === null || (inertia < best.inertia && !refines(run.labels, best.run.labels, problem.k))) {
      best = { start, run, inertia, number };
    }
  }
  if (!isWatched && context.wantsFrame()) yield* replay(problem, options, context, best!);
  return fitted(problem, options, best!);
};

/** The best run once more, this time with frames. */
function* replay(
  problem: Problem,
  options: Options,
  context: FitContext,
  { start, number }: Candidate,
): Generator<Frame | null, void, void> {
  const frames = frameMaker(problem, options, context, number);
  yield frames.seeded(start.centers, start.seeds);
  yield* (options.elkan ? elkan : lloyd)(problem, startRun(problem, start.centers), frames);
}

function frameMaker(problem: Problem, options: Options, context: FitContext, number: number): FrameMaker {
  const candidates = options.init === 'k-means++' ? candidatesPerSeed(problem.k) : 0;
  return new FrameMaker(problem, context, { run: number, runs: options.runs, candidates });
}

function* makeStart(problem: Problem, { init }: Options, context: FitContext): Generator<null, Start, void> {
  if (typeof init === 'object') return { centers: shifted(init.data, problem.mean, -1), seeds: NONE.slice() };
  const seeds = yield* (init === 'random' ? seedAtRandom : seedPlusPlus)(problem, problem.k, context.random);
  const { data, d, k } = problem;
  const centers = new Float64Array(k * d);
  seeds.forEach((row, j) => {
    centers.set(data.subarray(row * d, row * d + d), j * d);
  });
  return { centers, seeds };
}

/** Whether each cluster of `labels` lies within one cluster of `others`: then a lower inertia is only rounding. */
function refines(labels: Int32Array, others: Int32Array, k: number): boolean {
  const within = new Int32Array(k).fill(-1);
  return labels.every((label, i) => {
    if (within[label] === -1) within[label] = others[i]!;
    return within[label] === others[i];
  });
}

function fitted({ mean, k, d }: Problem, options: Options, { run, inertia }: Candidate): Fitted {
  const found = new Set(run.labels).size;
  const warnings = [...options.warnings];
  if (found < k) {
    warnings.push(
      `Only ${found} distinct clusters were found, fewer than n_clusters (${k}): there may be duplicate rows.`,
    );
  }
  if (run.ending === 'max_iter') {
    warnings.push(`The run stopped at max_iter (${options.maxIterations}) before it had converged.`);
  }
  return {
    labels: run.labels,
    attributes: {
      cluster_centers: { data: shifted(run.centers, mean, 1), rows: k, cols: d },
      inertia,
      n_iter: run.iteration,
    },
    warnings,
  };
}
