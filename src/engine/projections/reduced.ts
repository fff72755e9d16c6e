import type { Matrix } from '../types.ts';
import type { Rows } from './layout.ts';
import { pcaSteps } from './pca.ts';

/** Neighbours are looked for in so many principal components, as van der Maaten and Hinton (2008) do. */
const DIMENSIONS = 50;

/**
 * The rows by their first principal components: at most 50, all of them where there are fewer features, so that distances
 * stay what they are (of 50: nearly).
 */
export function* reduced(X: Matrix): Generator<null, Rows, void> {
  const cols = Math.min(DIMENSIONS, Math.max(2, X.cols));
  const { coords } = yield* pcaSteps(X, cols);
  // Only ratios of distances count, and float32 ends where float64 goes on.
  const largest = coords.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  return { data: Float32Array.from(coords.data, (value) => value / largest), rows: X.rows, cols };
}

/** The chosen rows, or all. */
export function takeRows({ data, cols }: Rows, chosen: Int32Array): Rows {
  const taken = new Float32Array(chosen.length * cols);
  chosen.forEach((row, i) => {
    taken.set(data.subarray(row * cols, (row + 1) * cols), i * cols);
  });
  return { data: taken, rows: chosen.length, cols };
}
