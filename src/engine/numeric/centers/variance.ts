import type { Matrix } from '../../types.ts';
import { pairwiseSum } from '../sums.ts';
import { blocksOf } from './points.ts';

/** `columnMeans` of numeric/sums.ts; yields after each block of rows. */
export function* columnMeans(X: Matrix): Generator<null, Float64Array, void> {
  return (yield* columnSums(X, (value) => value)).map((sum) => sum / X.rows);
}

/** The mean of the columns' variances as numpy's `X.var(axis=0).mean()`; yields after each block of rows. */
export function* meanVariance(X: Matrix, mean: Float64Array): Generator<null, number, void> {
  const squares = yield* columnSums(X, (value, f) => (value - mean[f]!) * (value - mean[f]!));
  return pairwiseSum(squares.map((sum) => sum / X.rows)) / X.cols;
}

/** `columnSums` of numeric/sums.ts with pauses, of what is made of each value and its column. */
function* columnSums(
  { data, rows, cols }: Matrix,
  of: (value: number, column: number) => number,
): Generator<null, Float64Array, void> {
  if (cols === 1) return Float64Array.of(pairwiseSum(data.map((value) => of(value, 0))));
  const sums = new Float64Array(cols);
  for (const [start, end] of blocksOf(rows, cols)) {
    for (let i = start, at = start * cols; i < end; i++) {
      for (let f = 0; f < cols; f++) sums[f]! += of(data[at++]!, f);
    }
    yield null;
  }
  return sums;
}
