import { isPixels, rowOf, takePixelRows } from '../pixels.ts';
import type { Matrix } from '../types.ts';

/** A rows × cols matrix over `data` (not copied), or of zeros. */
export function matrix(rows: number, cols: number, data: Float64Array = new Float64Array(rows * cols)): Matrix {
  if (data.length !== rows * cols) throw new RangeError(`${data.length} numbers do not fill ${rows} × ${cols}`);
  return { data, rows, cols };
}

/** A matrix from rows of equal length. */
export function fromRows(rows: readonly ArrayLike<number>[]): Matrix {
  const cols = rows[0]?.length ?? 0;
  const data = new Float64Array(rows.length * cols);
  for (const [i, row] of rows.entries()) {
    if (row.length !== cols) throw new RangeError(`row ${i} has ${row.length} numbers where row 0 has ${cols}`);
    data.set(row, i * cols);
  }
  return { data, rows: rows.length, cols };
}

/** The rows as plain arrays, for JSON. */
export function toRows({ data, rows, cols }: Matrix): number[][] {
  return Array.from({ length: rows }, (_, i) => Array.from(data.subarray(i * cols, (i + 1) * cols)));
}

/** A copy of the chosen columns, in the order given. */
export function selectColumns(X: Matrix, columns: ArrayLike<number>): Matrix {
  const cols = columns.length;
  const data = new Float64Array(X.rows * cols);
  for (let i = 0; i < X.rows; i++) {
    for (let j = 0; j < cols; j++) data[i * cols + j] = X.data[i * X.cols + columns[j]!]!;
  }
  return { data, rows: X.rows, cols };
}

/** A copy of the chosen rows, in the order given. */
export function takeRows(X: Matrix, rows: ArrayLike<number>): Matrix {
  if (isPixels(X)) return takePixelRows(X, rows);
  const data = new Float64Array(rows.length * X.cols);
  for (let i = 0; i < rows.length; i++) {
    data.set(X.data.subarray(rows[i]! * X.cols, (rows[i]! + 1) * X.cols), i * X.cols);
  }
  return { data, rows: rows.length, cols: X.cols };
}

/** A copy of the chosen rows as plain numbers, of pixels too: what a message carries, which knows no classes. */
export function plainRows(X: Matrix, rows: ArrayLike<number>): Matrix {
  const data = new Float64Array(rows.length * X.cols);
  for (let i = 0; i < rows.length; i++) data.set(rowOf(X, rows[i]!), i * X.cols);
  return { data, rows: rows.length, cols: X.cols };
}

/** The first `count` rows (all, if there are fewer), as a view of the same memory. */
export function firstRows(X: Matrix, count: number): Matrix {
  const rows = Math.min(count, X.rows);
  return { data: X.data.subarray(0, rows * X.cols), rows, cols: X.cols };
}
