import type { Fit } from '../../fit.ts';
import { type DistanceMetric, distanceMetric, radiusIndex } from '../../numeric/neighbours/index.ts';
import { type Frame, type Matrix, type Params, RecipeError } from '../../types.ts';
import { epsAtKnee } from './knee.ts';
import { METRICS } from './states.ts';
import { type Visit, Walk } from './walk.ts';
import { hint, isOff, redFlags } from './warnings.ts';

/** Visits between two yields without a frame: not many, and of many wide rows few, each of which may meet all others. */
const BLOCK = 256;
const BLOCK_WORK = 2 ** 24;
/** Frames of a long walk: every row of a small set, an even share of the rows of a large one. */
const FRAMES = 240;

/**
 * scikit-learn's DBSCAN. Attributes: `core_sample_indices` ascending, `components` the core rows themselves.
 * @throws RecipeError where metric, p and search structure do not go together, as scikit-learn refuses them.
 */
export const fit: Fit = function* (X, params, { wantsFrame }) {
  const n = X.rows;
  const metric = metricOf(params);
  const eps = params.eps as number;
  const least = params.min_samples as number;
  const walk = new Walk(radiusIndex(X.data, X.cols, metric, eps, least), least);
  const words = {
    eps,
    min_samples: least,
    metric: METRICS.indexOf(params.metric as (typeof METRICS)[number]),
    p: (params.p as number | null) ?? 2,
  };
  const block = Math.max(1, Math.min(BLOCK, Math.floor(BLOCK_WORK / (n * X.cols))));

  yield wantsFrame() ? frame(walk, 'init', words) : null;
  for (let row = 0; row < n; row++) {
    walk.probe(row);
    if (row % block === block - 1) yield null;
  }
  const stride = Math.ceil(n / FRAMES);
  for (let visit = walk.visit(); visit !== null; visit = walk.visit()) {
    const due = walk.visits % stride === 0 || visit === 'start';
    if (due && wantsFrame()) yield frame(walk, visit, words);
    else if (walk.visits % block === 0) yield null;
  }
  if (wantsFrame(true)) yield frame(walk, 'done', words);

  const core = Int32Array.from(Array.from(walk.core.keys()).filter((row) => walk.core[row] === 1));
  const fitted = {
    labels: walk.labels,
    attributes: { core_sample_indices: core, components: rowsOf(X, core) },
  };
  const flags = redFlags(fitted.labels, walk.clusters, core.length, eps, least);
  if (!isOff(fitted.labels, walk.clusters, core.length)) return { ...fitted, warnings: flags };
  const knee = yield* epsAtKnee(X, metric, `${params.metric} ${params.p}`, least);
  return { ...fitted, warnings: [...flags, ...hint(eps, knee)] };
};

/** The metric of complete params. @throws RecipeError where it does not go with p or the search structure */
export function metricOf(params: Params): DistanceMetric {
  const { metric, p, algorithm } = params;
  const tree = algorithm === 'kd_tree' || algorithm === 'ball_tree';
  if (metric === 'cosine' && tree) {
    throw new RecipeError('params.algorithm', `${algorithm} cannot search by cosine; use "auto" or "brute"`);
  }
  if (metric !== 'minkowski') return distanceMetric(metric as string);
  if (p === null || p === undefined) throw new RecipeError('params.p', 'must be a number when metric is minkowski');
  if (tree && (p as number) < 1) {
    throw new RecipeError('params.algorithm', `${algorithm} needs p ≥ 1; use "auto" or "brute"`);
  }
  return distanceMetric('minkowski', p as number);
}

function frame(walk: Walk, phase: Visit | 'init' | 'done', words: Readonly<Record<string, number>>): Frame {
  const atRow = phase !== 'init' && phase !== 'done';
  return {
    step: phase === 'done' ? walk.visits + 1 : walk.visits,
    phase,
    labels: walk.labels.slice(),
    changed: walk.takeChanged(),
    centers: null,
    score: walk.members / walk.labels.length,
    extra: {
      ...words,
      row: atRow ? walk.row : -1,
      neighbours: atRow ? walk.around(walk.row) : new Int32Array(0),
      frontier: walk.frontier(),
      state: walk.state.slice(),
      taken: walk.taken,
      clusters: walk.clusters,
    },
  };
}

function rowsOf(X: Matrix, rows: Int32Array): Matrix {
  const data = new Float64Array(rows.length * X.cols);
  rows.forEach((row, i) => {
    data.set(X.data.subarray(row * X.cols, (row + 1) * X.cols), i * X.cols);
  });
  return { data, rows: rows.length, cols: X.cols };
}
