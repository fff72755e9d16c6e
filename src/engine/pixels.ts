import { type Matrix, RecipeError } from './types.ts';

/** A dense matrix may have so many values: 160 MB of float64. */
const DENSE_VALUES = 20_000_000;

/** The most rows of `cols` pixels of which `data` can be had. */
export const mostDenseRows = (cols: number): number => Math.floor(DENSE_VALUES / cols);

/**
 * Pixels as they come from a file, a byte each: the matrix of `bytes[i * cols + j] / divisor`. 70,000 images of 784 pixels take
 * 55 MB this way and 440 MB as float64. Whoever knows them works on `bytes`; for everybody else `data` is an ordinary
 * matrix, made when it is first asked for.
 */
export interface Pixels extends Matrix {
  readonly bytes: Uint8Array;
  readonly divisor: number;
}

/**
 * A matrix over `bytes` (rows × cols, not copied).
 * Reading its `data` throws a RecipeError naming `rows` where that many float64 would be too many.
 */
export function pixels(bytes: Uint8Array, rows: number, cols: number, divisor = 1): Pixels {
  if (bytes.length !== rows * cols) throw new RangeError(`${bytes.length} bytes do not fill ${rows} × ${cols}`);
  return new PixelMatrix(bytes, rows, cols, divisor);
}

export function isPixels(X: Matrix): X is Pixels {
  return X instanceof PixelMatrix;
}

/** Pixels that came out of a message, which knows no classes, as pixels again; any other matrix as it is. */
export function revived(X: Matrix): Matrix {
  if (!('bytes' in X) || isPixels(X)) return X;
  const { bytes, rows, cols, divisor } = X as Pixels;
  return pixels(bytes, rows, cols, divisor);
}

/** Row i as numbers: a view of a dense matrix, a copy of pixels. */
export function rowOf(X: Matrix, i: number): Float64Array {
  const [from, to] = [i * X.cols, (i + 1) * X.cols];
  return isPixels(X)
    ? Float64Array.from(X.bytes.subarray(from, to), (byte) => byte / X.divisor)
    : X.data.subarray(from, to);
}

/** Column j as numbers: a copy. */
export function columnOf(X: Matrix, j: number): Float64Array {
  const { rows, cols } = X;
  const column = new Float64Array(rows);
  if (isPixels(X)) for (let i = 0; i < rows; i++) column[i] = X.bytes[i * cols + j]! / X.divisor;
  else for (let i = 0; i < rows; i++) column[i] = X.data[i * cols + j]!;
  return column;
}

/** The first `count` rows, as a view of the same memory. */
export function firstPixelRows({ bytes, cols, divisor }: Pixels, count: number): Pixels {
  return pixels(bytes.subarray(0, count * cols), count, cols, divisor);
}

/** A copy of the chosen rows, in the order given. */
export function takePixelRows({ bytes, cols, divisor }: Pixels, rows: ArrayLike<number>): Pixels {
  const taken = new Uint8Array(rows.length * cols);
  for (let i = 0; i < rows.length; i++) taken.set(bytes.subarray(rows[i]! * cols, (rows[i]! + 1) * cols), i * cols);
  return pixels(taken, rows.length, cols, divisor);
}

/** The chosen columns in the order given; the same memory where all are chosen as they stand. */
export function choosePixels(X: Pixels, columns: readonly number[]): Pixels {
  const { bytes, rows, cols, divisor } = X;
  const count = columns.length;
  if (count === cols && columns.every((column, j) => column === j)) return X;
  const chosen = new Uint8Array(rows * count);
  for (let i = 0, to = 0; i < rows; i++) {
    for (let j = 0; j < count; j++) chosen[to++] = bytes[i * cols + columns[j]!]!;
  }
  return pixels(chosen, rows, count, divisor);
}

class PixelMatrix implements Pixels {
  #data: Float64Array | null = null;

  constructor(
    readonly bytes: Uint8Array,
    readonly rows: number,
    readonly cols: number,
    readonly divisor: number,
  ) {}

  get data(): Float64Array {
    const most = mostDenseRows(this.cols);
    if (this.rows > most) throw new RecipeError('rows', `must be at most ${most} here`);
    this.#data ??= Float64Array.from(this.bytes, (byte) => byte / this.divisor);
    return this.#data;
  }
}
