import { dotRow, entriesOf } from '../kernels/entries.ts';
import { isPackable, type SparseRows, sparseRows } from '../kernels/sparse.ts';
import { isPixels, type Pixels } from '../pixels.ts';
import type { Matrix } from '../types.ts';
import type { Encoded } from './labels.ts';

/** Whether figures of clusters are had from packed pixels, without a dense matrix. */
export function isSparse(X: Matrix): X is Pixels {
  return isPixels(X) && isPackable(X);
}

/** Clusters of pixels: the mean of each (clusters × d), by exact sums, in the units of X. */
export function meansOfPixels(X: Pixels, { codes, sizes }: Encoded): Matrix {
  const { starts, columns, values } = entriesOf(packed(X));
  const { cols } = X;
  const data = new Float64Array(sizes.length * cols);
  for (let i = 0; i < codes.length; i++) {
    const to = codes[i]! * cols;
    for (let e = starts[i]!; e < starts[i + 1]!; e++) data[to + columns[e]!]! += values[e]!;
  }
  for (let at = 0; at < data.length; at++) data[at]! /= sizes[Math.floor(at / cols)]! * X.divisor;
  return { data, rows: sizes.length, cols };
}

/** The squared distance of each row from the mean of its cluster. */
export function squaresToMeans(X: Pixels, means: Matrix, codes: Int32Array): Float64Array {
  const entries = entriesOf(packed(X));
  const { divisor, cols } = X;
  const norms = Float64Array.from({ length: means.rows }, (_, c) => {
    let norm = 0;
    for (let f = c * cols; f < (c + 1) * cols; f++) norm += means.data[f]! ** 2;
    return norm;
  });
  return Float64Array.from(codes, (code, i) => {
    const own = entries.norms[i]! / divisor ** 2;
    const square = own - (2 * dotRow(entries, i, means.data, code * cols)) / divisor + norms[code]!;
    // What remains of terms that cancel is rounding.
    return square > own * 1e-13 ? square : 0;
  });
}

/** The mean of all rows, as a matrix of one row. */
export function meanOfPixels(X: Pixels): Matrix {
  const { columnSums } = packed(X);
  return { data: columnSums.map((sum) => sum / X.rows / X.divisor), rows: 1, cols: X.cols };
}

function packed(X: Pixels): SparseRows {
  const steps = sparseRows(X);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
