import { inertiaOf, measureInertia } from '../../numeric/centers/inertia.ts';
import { assignNearest } from '../../numeric/centers/nearest.ts';
import { blocksOf, emptyPoints, gather, type Points, pointsOf } from '../../numeric/centers/points.ts';
import { seedAtRandom, seedPlusPlus } from '../../numeric/centers/seeding.ts';
import { columnMeans, meanVariance } from '../../numeric/centers/variance.ts';
import { squaredNorms } from '../../numeric/dots.ts';
import type { Matrix } from '../../types.ts';
import type { Rows } from './rows.ts';

/** Rows of float64, added up in scikit-learn's order, so that the last bits are its own. */
export function* denseRows(X: Matrix): Generator<null, Rows, void> {
  return rowsOver(yield* pointsOf(X), X);
}

function rowsOver(points: Points, X: Matrix): Rows {
  const { n, d } = points;
  let batch: Points | null = null;
  return {
    n,
    d,
    *take(rows) {
      const taken = emptyPoints(rows.length, d);
      gather(points, rows, taken);
      yield null;
      return rowsOver(taken, { data: taken.data, rows: taken.n, cols: d });
    },
    seed: (init, k, random) => (init === 'random' ? seedAtRandom : seedPlusPlus)(points, k, random),
    centersAt(rows) {
      const centers = new Float64Array(rows.length * d);
      rows.forEach((row, j) => {
        centers.set(points.data.subarray(row * d, row * d + d), j * d);
      });
      return centers;
    },
    *judge(centers) {
      const labels = new Int32Array(n);
      yield* assign(points, centers, new Float64Array(centers.length / d), labels);
      return yield* measureInertia(points, centers, labels);
    },
    *meanVariance() {
      return yield* meanVariance(X, yield* columnMeans(X));
    },
    *assignBatch({ batch: { rows, labels }, labels: all, centers, norms }) {
      batch ??= emptyPoints(rows.length, d);
      gather(points, rows, batch);
      // Where each was when it was last looked at is a good place to begin.
      for (let i = 0; i < rows.length; i++) labels[i] = all[rows[i]!]!;
      yield* assign(batch, centers, norms, labels);
      for (let i = 0; i < rows.length; i++) all[rows[i]!] = labels[i]!;
      return inertiaOf(batch, centers, labels);
    },
    addBatch({ batch: { labels }, next }) {
      const { data } = batch!;
      labels.forEach((label, i) => {
        for (let f = 0, at = i * d, to = label * d; f < d; f++) next[to++]! += data[at++]!;
      });
    },
    assignAll: (run) => assign(points, run.centers, run.norms, run.labels),
    inertia: (run) => measureInertia(points, run.centers, run.labels),
    dispose() {},
  };
}

/** The nearest centre of every row into `labels`, whose values say where to begin. Yields between blocks. */
function* assign(
  points: Points,
  centers: Float64Array,
  norms: Float64Array,
  labels: Int32Array,
): Generator<null, void, void> {
  const { n, d } = points;
  const k = norms.length;
  squaredNorms(centers, k, d, norms);
  for (const [start, end] of blocksOf(n, k * d)) {
    assignNearest(points, centers, norms, labels, start, end);
    if (end < n) yield null;
  }
}
