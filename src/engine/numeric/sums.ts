import type { Matrix } from '../types.ts';

const BLOCK = 128;

/** Adds `count` numbers of `data` from `start`, `step` apart, in the order of numpy's pairwise summation. */
export function pairwiseSum(data: Float64Array, start = 0, count = data.length, step = 1): number {
  if (count > BLOCK) {
    const half = (count >> 1) - ((count >> 1) % 8);
    return pairwiseSum(data, start, half, step) + pairwiseSum(data, start + half * step, count - half, step);
  }
  const whole = count - (count % 8);
  let sum = eightLanes(data, start, whole, step);
  for (let i = whole; i < count; i++) sum += data[start + i * step]!;
  return sum;
}

/** The sum of `count` numbers, a multiple of eight, in eight lanes. */
function eightLanes(data: Float64Array, start: number, count: number, step: number): number {
  let [s0, s1, s2, s3, s4, s5, s6, s7] = [0, 0, 0, 0, 0, 0, 0, 0];
  const end = start + count * step;
  for (let at = start; at < end; at += 8 * step) {
    s0 += data[at]!;
    s1 += data[at + step]!;
    s2 += data[at + 2 * step]!;
    s3 += data[at + 3 * step]!;
    s4 += data[at + 4 * step]!;
    s5 += data[at + 5 * step]!;
    s6 += data[at + 6 * step]!;
    s7 += data[at + 7 * step]!;
  }
  return s0 + s1 + (s2 + s3) + (s4 + s5 + (s6 + s7));
}

/**
 * The sum of each column, bit for bit as numpy's `X.sum(axis=0)` of a C-ordered array: row after row, but pairwise where
 * there is a single column (numpy then sees one contiguous vector).
 */
export function columnSums({ data, rows, cols }: Matrix): Float64Array {
  if (cols === 1) return Float64Array.of(pairwiseSum(data, 0, rows));
  const sums = new Float64Array(cols);
  for (let i = 0, at = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++, at++) sums[j]! += data[at]!;
  }
  return sums;
}

/** The same of a Fortran-ordered array: each column pairwise. */
export function columnSumsInFortranOrder({ data, rows, cols }: Matrix): Float64Array {
  return Float64Array.from({ length: cols }, (_, j) => pairwiseSum(data, j, rows, cols));
}

/** The mean of each column as numpy's `X.mean(axis=0)`; NaN without rows. */
export function columnMeans(X: Matrix): Float64Array {
  return columnSums(X).map((sum) => sum / X.rows);
}
