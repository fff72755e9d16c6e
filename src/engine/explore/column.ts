import { columnOf, isPixels } from '../pixels.ts';
import type { Matrix } from '../types.ts';

/** The values of column j that are there, ascending: what is not a finite number is left out. */
export function sortedColumn(X: Matrix, j: number): Float64Array {
  if (isPixels(X)) return sortedBytes(X.bytes, X.rows, X.cols, j, X.divisor);
  return finite(columnOf(X, j)).sort();
}

/** The finite ones: the same array where they all are. */
export function finite(values: Float64Array): Float64Array {
  return values.every(Number.isFinite) ? values : values.filter(Number.isFinite);
}

/** Bytes are counted, not compared: 70,000 rows of 784 pixels take a fraction of a second. */
function sortedBytes(bytes: Uint8Array, rows: number, cols: number, j: number, divisor: number): Float64Array {
  const counts = new Uint32Array(256);
  for (let at = j; at < rows * cols; at += cols) counts[bytes[at]!]!++;
  const sorted = new Float64Array(rows);
  let to = 0;
  counts.forEach((count, byte) => {
    sorted.fill(byte / divisor, to, to + count);
    to += count;
  });
  return sorted;
}

/** How many different values there are among sorted ones. */
export function distinctOf(sorted: Float64Array): number {
  let count = sorted.length > 0 ? 1 : 0;
  for (let i = 1; i < sorted.length; i++) if (sorted[i] !== sorted[i - 1]) count++;
  return count;
}
