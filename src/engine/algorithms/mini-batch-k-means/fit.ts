import type { Fit } from '../../fit.ts';
import { measureInertia } from '../../numeric/centers/inertia.ts';
import { type Points, pointsOf } from '../../numeric/centers/points.ts';
import { columnMeans, meanVariance } from '../../numeric/centers/variance.ts';
import { EvenDraw } from '../../numeric/even-draw.ts';
import { type Fitted, type Matrix, UNASSIGNED } from '../../types.ts';
import { endingAfter } from './convergence.ts';
import { startFrame, stepFrame } from './frames.ts';
import { type Options, readOptions } from './options.ts';
import { type Run, startRun } from './run.ts';
import { bestStart } from './start.ts';
import { assignAll, takeStep } from './step.ts';

/**
 * Mini-batch k-means as scikit-learn's `MiniBatchKMeans` runs it. Attributes: cluster_centers (k × d), inertia, n_iter (passes
 * over the rows, the last begun one counted whole), n_steps (batches). Only frames and the end look at all rows. Throws a
 * RecipeError for more clusters than rows, for `init` of the wrong shape, and for a `reassignment_ratio` that no centre meets.
 */
export const fit: Fit = function* fit(X, params, context) {
  const { random } = context;
  const options = readOptions(params, X.rows, X.cols);
  const points = yield* pointsOf(X);
  const start = yield* bestStart(points, options, random);
  const run = startRun(points, options, start.centers);
  if (context.wantsFrame()) yield startFrame(X.rows, X.cols, options, start);
  const draw = new EvenDraw(X.rows);
  const tolerance = yield* toleranceOf(X, options.tol);
  let shown: Int32Array | null = null;
  while (run.ending === null) {
    yield* takeStep(points, run, options, draw, random);
    run.ending = endingAfter(run, options, X.rows, tolerance);
    const isLast = run.ending !== null;
    const isWanted = context.wantsFrame(isLast);
    if (isLast || isWanted) yield* assignAll(points, run, run.labels);
    if (isWanted) shown ??= new Int32Array(X.rows).fill(UNASSIGNED);
    yield isWanted ? stepFrame(run, X.cols, X.rows, options, shown!) : null;
  }
  return fitted(points, options, run, yield* measureInertia(points, run.centers, run.labels));
};

function* toleranceOf(X: Matrix, tol: number): Generator<null, number, void> {
  return tol === 0 ? 0 : (yield* meanVariance(X, yield* columnMeans(X))) * tol;
}

function fitted({ n, d }: Points, options: Options, run: Run, inertia: number): Fitted {
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
    warnings: [...options.warnings, ...warningsOf(options, new Set(labels).size, ending === 'max_iter')],
  };
}

function* warningsOf({ clusters, patience, tol, maxSteps }: Options, found: number, isCut: boolean) {
  if (found < clusters) {
    yield `Only ${found} of ${clusters} centres have rows of their own at the end: there may be duplicate rows, or too many clusters.`;
  }
  if (isCut && (patience !== null || tol > 0)) {
    yield `The fit stopped at max_iter, after ${maxSteps} batches, before it had converged.`;
  }
}
