import type { Fit, FitContext, Step } from '../../fit.ts';
import { isPackable } from '../../kernels/sparse.ts';
import { EvenDraw } from '../../numeric/even-draw.ts';
import { isPixels } from '../../pixels.ts';
import { type Fitted, type Frame, type Matrix, type Params, UNASSIGNED } from '../../types.ts';
import { endingAfter } from './convergence.ts';
import { denseRows } from './dense.ts';
import { startFrame, stepFrame } from './frames.ts';
import { type Options, readOptions } from './options.ts';
import type { Rows } from './rows.ts';
import { type Run, startRun } from './run.ts';
import { sparsePixels } from './sparse.ts';
import { bestStart } from './start.ts';
import { takeStep } from './step.ts';

/**
 * Mini-batch k-means as scikit-learn's `MiniBatchKMeans` runs it. Attributes: cluster_centers (k × d), inertia, n_iter (passes
 * over the rows, the last begun one counted whole), n_steps (batches). Only frames and the end look at all rows. Throws a
 * RecipeError for more clusters than rows, for `init` of the wrong shape, and for a `reassignment_ratio` that no centre meets.
 * Rows are not shared with helpers: a batch takes less time than the message about it.
 */
export const fit: Fit = (X, params, context) =>
  // Nothing yields a promise where there is nobody to wait for.
  stepsOf(X, params, context) as Generator<Frame | null, Fitted, void>;

function* stepsOf(X: Matrix, params: Params, context: FitContext): Generator<Step, Fitted, void> {
  const options = readOptions(params, X.rows, X.cols);
  const rows: Rows = yield* isPixels(X) && isPackable(X) ? sparsePixels(X) : denseRows(X);
  try {
    return yield* fitRows(rows, options, context);
  } finally {
    rows.dispose();
  }
}

function* fitRows(rows: Rows, options: Options, context: FitContext): Generator<Step, Fitted, void> {
  const { random } = context;
  const { n, d } = rows;
  const start = yield* bestStart(rows, options, random);
  const run = startRun(rows, options, start.centers);
  if (context.wantsFrame()) yield startFrame(n, d, options, start);
  const draw = new EvenDraw(n);
  const tolerance = options.tol === 0 ? 0 : (yield* rows.meanVariance()) * options.tol;
  let shown: Int32Array | null = null;
  while (run.ending === null) {
    yield* takeStep(rows, run, options, draw, random);
    run.ending = endingAfter(run, options, n, tolerance);
    const isLast = run.ending !== null;
    const isWanted = context.wantsFrame(isLast);
    if (isLast || isWanted) yield* rows.assignAll(run);
    if (isWanted) shown ??= new Int32Array(n).fill(UNASSIGNED);
    yield isWanted ? stepFrame(run, d, n, options, shown!) : null;
  }
  return fitted(rows, options, run, yield* rows.inertia(run));
}

function fitted({ n, d }: Rows, options: Options, run: Run, inertia: number): Fitted {
  const { labels, centers, step, ending } = run;
  const { clusters: k, batchSize } = options;
  return {
    labels,
    attributes: {
      cluster_centers: { data: centers.slice(), rows: k, cols: d },
      inertia,
      n_iter: Math.ceil((step * batchSize) / n),
      n_steps: step,
    },
    warnings: [...options.warnings, ...warningsOf(options, countUsed(labels, k), ending === 'max_iter')],
  };
}

/** How many of the k centres have rows. */
function countUsed(labels: Int32Array, k: number): number {
  const isUsed = new Uint8Array(k);
  for (const label of labels) isUsed[label] = 1;
  return isUsed.reduce((sum, used) => sum + used, 0);
}

function* warningsOf({ clusters, patience, tol, maxSteps }: Options, found: number, isCut: boolean) {
  if (found < clusters) {
    yield `Only ${found} of ${clusters} centres have rows of their own at the end: there may be duplicate rows, or too many clusters.`;
  }
  if (isCut && (patience !== null || tol > 0)) {
    yield `The fit stopped at max_iter, after ${maxSteps} batches, before it had converged.`;
  }
}
