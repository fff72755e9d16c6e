import type { Fit, FitContext, HelpedFit, Pause, Step } from '../../fit.ts';
import type { Helpers } from '../../kernels/helpers.ts';
import { isPackable } from '../../kernels/sparse.ts';
import { candidatesPerSeed } from '../../numeric/centers/seeding.ts';
import { isPixels } from '../../pixels.ts';
import type { Fitted, Frame, Matrix, Params } from '../../types.ts';
import { denseGround } from './dense.ts';
import { FrameMaker } from './frames.ts';
import type { Ground } from './ground.ts';
import { type Options, readOptions } from './options.ts';
import { NONE, type Run, startRun } from './run.ts';
import { sparseGround } from './sparse.ts';

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
export const fit: Fit = (X, params, context) =>
  // Nothing yields a promise where there is nobody to wait for.
  stepsOf(X, params, context, null) as Generator<Frame | null, Fitted, void>;

/** The same, rows of images shared with helpers. */
export const helpedFit: HelpedFit = (X, params, context, helpers) => stepsOf(X, params, context, helpers);

function* stepsOf(
  X: Matrix,
  params: Params,
  context: FitContext,
  helpers: Helpers | null,
): Generator<Step, Fitted, void> {
  const options = readOptions(params, X.rows, X.cols);
  const isSparse = isPixels(X) && isPackable(X);
  const ground: Ground = yield* isSparse ? sparseGround(X, options, helpers) : denseGround(X, options);
  try {
    return yield* bestRun(ground, options, context);
  } finally {
    ground.dispose();
  }
}

function* bestRun(ground: Ground, options: Options, context: FitContext): Generator<Step, Fitted, void> {
  const isWatched = options.runs === 1 && context.wantsFrame();
  let best: Candidate | null = null;
  for (let number = 1; number <= options.runs; number++) {
    const start = yield* makeStart(ground, options, context);
    const run = startRun(ground, start.centers);
    const frames = isWatched ? frameMaker(ground, options, context, number) : null;
    if (frames) yield frames.seeded(start.centers, start.seeds);
    yield* ground.go(run, frames);
    const inertia = yield* ground.inertia(run);
    if (best === null || (inertia < best.inertia && !refines(run.labels, best.run.labels, ground.k))) {
      best = { start, run, inertia, number };
    }
  }
  if (!isWatched && context.wantsFrame()) yield* replay(ground, options, context, best!);
  return fitted(ground, options, best!);
}

/** The best run once more, this time with frames. */
function* replay(
  ground: Ground,
  options: Options,
  context: FitContext,
  { start, number }: Candidate,
): Generator<Step, void, void> {
  const frames = frameMaker(ground, options, context, number);
  yield frames.seeded(start.centers, start.seeds);
  yield* ground.go(startRun(ground, start.centers), frames);
}

function frameMaker(ground: Ground, options: Options, context: FitContext, number: number): FrameMaker {
  const candidates = options.init === 'k-means++' ? candidatesPerSeed(ground.k) : 0;
  return new FrameMaker(ground, context, { run: number, runs: options.runs, candidates });
}

function* makeStart(ground: Ground, { init }: Options, { random }: FitContext): Generator<Pause, Start, void> {
  if (typeof init === 'object') return { centers: ground.inward(init.data), seeds: NONE.slice() };
  const seeds = yield* ground.seed(init, random);
  return { centers: ground.centersAt(seeds), seeds };
}

/** Whether each cluster of `labels` lies within one cluster of `others`: then a lower inertia is only rounding. */
function refines(labels: Int32Array, others: Int32Array, k: number): boolean {
  const within = new Int32Array(k).fill(-1);
  return labels.every((label, i) => {
    if (within[label] === -1) within[label] = others[i]!;
    return within[label] === others[i];
  });
}

function fitted({ outward, k, d }: Ground, options: Options, { run, inertia }: Candidate): Fitted {
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
      cluster_centers: { data: outward(run.centers), rows: k, cols: d },
      inertia,
      n_iter: run.iteration,
    },
    warnings,
  };
}
