import type { Matrix } from '../../types.ts';
import { pairwiseSum } from '../sums.ts';
import { blocksOf } from './points.ts';

/** `columnMeans` of numeric/sums.ts; yields after each block of rows. */
export function* columnMeans(X: Matrix): Generator<null, Float64Array, void> {
  return (yield* columnSums(X, null)).map((sum) => sum / X.rows);
}

/** The mean of the columns' variances as numpy's `X.var(axis=0).mean()`; yields after each block of rows. */
export function* meanVariance(X: Matrix, mean: Float64Array): Generator<null, number, void> {
  const squares = yield* columnSums(X, mean);
  return pairwiseSum(squares.map((sum) => sum / X.rows)) / X.cols;
}

/** `columnSums` of numeric/sums.ts with pauses; with a `mean`, of the squared deviations from it. */
function* columnSums({ data, rows, cols }: Matrix, mean: Float64Array | null): Generator<null, Float64Array, void> {
  if (cols === 1) return Float64Array.of(pairwiseSum(mean ? data.map((value) => squared(value - mean[0]!)) : data));
  const sums = new Float64Array(cols);
  for (const [start, end] of blocksOf(rows, cols)) {
    for (let i = start, at = start * cols; i < end; i++) {
      for (let f = 0; f < cols; f++, at++) sums[f]! += mean ? squared(data[at]! - mean[f]!) : data[at]!;
    }
    yield null;
  }
  return sums;
}

const squared = (value: number): number => value * value;
