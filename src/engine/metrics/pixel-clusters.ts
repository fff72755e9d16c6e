import type { Pixels } from '../pixels.ts';
import type { Matrix } from '../types.ts';
import type { Encoded } from './labels.ts';

// Pixels are read as they lie: nothing of their size is made for a few sums. Most are 0, and are passed over four at a time.

/** Pixels next to each other that are looked at together, and how many those are: one where rows do not end with such a group. */
function groupsOf({ bytes, cols }: Pixels): { groups: Uint32Array | Uint8Array; size: number } {
  if (cols % 4 !== 0 || bytes.byteOffset % 4 !== 0) return { groups: bytes, size: 1 };
  return { groups: new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4), size: 4 };
}

/** Clusters of pixels: the mean of each (clusters × d), by exact sums, in the units of X. */
export function meansOfPixels(X: Pixels, { codes, sizes }: Encoded): Matrix {
  const { cols, divisor } = X;
  const data = sumsOf(X, codes, sizes.length);
  for (let at = 0; at < data.length; at++) data[at]! /= sizes[Math.floor(at / cols)]! * divisor;
  return { data, rows: sizes.length, cols };
}

/** The sum of the rows of each code (count × d), exact. */
function sumsOf(X: Pixels, codes: Int32Array, count: number): Float64Array {
  const { bytes, cols } = X;
  const { groups, size } = groupsOf(X);
  const sums = new Float64Array(count * cols);
  for (let i = 0, g = 0; i < codes.length; i++) {
    for (let to = codes[i]! * cols, end = to + cols; to < end; g++, to += size) {
      if (groups[g] === 0) continue;
      for (let f = 0; f < size; f++) sums[to + f]! += bytes[g * size + f]!;
    }
  }
  return sums;
}

/** The squared distance of each row from the mean of its cluster. */
export function squaresToMeans(X: Pixels, means: Matrix, codes: Int32Array): Float64Array {
  const { bytes, cols, divisor } = X;
  const { groups, size } = groupsOf(X);
  const norms = Float64Array.from({ length: means.rows }, (_, c) => {
    let norm = 0;
    for (let f = c * cols; f < (c + 1) * cols; f++) norm += means.data[f]! ** 2;
    return norm;
  });
  const squares = new Float64Array(codes.length);
  for (let i = 0, g = 0; i < codes.length; i++) {
    let norm = 0;
    let dot = 0;
    for (let of = codes[i]! * cols, end = of + cols; of < end; g++, of += size) {
      if (groups[g] === 0) continue;
      for (let f = 0; f < size; f++) {
        const pixel = bytes[g * size + f]!;
        norm += pixel * pixel;
        dot += pixel * means.data[of + f]!;
      }
    }
    const own = norm / divisor ** 2;
    const square = own - (2 * dot) / divisor + norms[codes[i]!]!;
    // What remains of terms that cancel is rounding.
    squares[i] = square > own * 1e-13 ? square : 0;
  }
  return squares;
}

/** The mean of all rows, as a matrix of one row. */
export function meanOfPixels(X: Pixels): Matrix {
  const sums = sumsOf(X, new Int32Array(X.rows), 1);
  return { data: sums.map((sum) => sum / X.rows / X.divisor), rows: 1, cols: X.cols };
}
