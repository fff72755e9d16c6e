import { columnOf } from '../pixels.ts';
import type { Matrix } from '../types.ts';
import { ranks } from './ranks.ts';
import type { CorrelationAnswer } from './types.ts';

/**
 * Pearson's and Spearman's correlation of every two of the columns (numpy's `corrcoef`; of the ranks). NaN where one of them
 * has a single distinct value. Yields after each column.
 */
export function* correlationSteps(X: Matrix, columns: readonly number[]): Generator<null, CorrelationAnswer, void> {
  const plain: (Float64Array | null)[] = [];
  const ranked: (Float64Array | null)[] = [];
  for (const column of columns) {
    const values = columnOf(X, column);
    plain.push(standardized(values));
    ranked.push(standardized(ranks(values)));
    yield null;
  }
  return {
    kind: 'correlation',
    columns,
    pearson: yield* products(plain),
    spearman: yield* products(ranked),
  };
}

/** Centred and of length 1; null for equal values. */
function standardized(values: Float64Array): Float64Array | null {
  const first = values[0];
  if (values.every((value) => value === first)) return null;
  let mean = 0;
  for (const value of values) mean += value / values.length;
  const centered = values.map((value) => value - mean);
  let squares = 0;
  for (const value of centered) squares += value * value;
  const length = Math.sqrt(squares);
  return length > 0 && Number.isFinite(length) ? centered.map((value) => value / length) : null;
}

function* products(vectors: readonly (Float64Array | null)[]): Generator<null, Float64Array, void> {
  const d = vectors.length;
  const table = new Float64Array(d * d).fill(Number.NaN);
  for (let i = 0; i < d; i++) {
    const a = vectors[i];
    for (let j = i; a && j < d; j++) {
      const b = vectors[j];
      if (!b) continue;
      let sum = 0;
      for (let row = 0; row < a.length; row++) sum += a[row]! * b[row]!;
      table[i * d + j] = i === j ? 1 : Math.max(-1, Math.min(1, sum));
      table[j * d + i] = table[i * d + j]!;
    }
    yield null;
  }
  return table;
}
