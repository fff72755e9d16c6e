import type { Matrix } from '../../types.ts';
import { squaredNorm } from '../dots.ts';

/** Rows that centres are found for. */
export interface Points {
  /** n × d */
  readonly data: Float64Array;
  /** ‖row‖² of each row. */
  readonly norms: Float64Array;
  readonly n: number;
  readonly d: number;
}

/** Multiplications between two yields: a few milliseconds. */
export const BLOCK_WORK = 2 ** 21;

/** The bounds of blocks of rows, each with some milliseconds of work where a row costs `perRow` multiplications. */
export function* blocksOf(n: number, perRow: number): Generator<readonly [start: number, end: number], void, void> {
  const rows = Math.max(1, Math.floor(BLOCK_WORK / perRow));
  for (let start = 0; start < n; start += rows) yield [start, Math.min(start + rows, n)];
}

/** The rows of a matrix (not copied) with their norms; yields after each block. */
export function* pointsOf({ data, rows: n, cols: d }: Matrix): Generator<null, Points, void> {
  const norms = new Float64Array(n);
  for (const [start, end] of blocksOf(n, d)) {
    for (let i = start; i < end; i++) norms[i] = squaredNorm(data, i * d, d);
    yield null;
  }
  return { data, norms, n, d };
}

/** Room for n rows, to be filled by `gather`. */
export function emptyPoints(n: number, d: number): Points {
  return { data: new Float64Array(n * d), norms: new Float64Array(n), n, d };
}

/** Copies the chosen rows of `points`, as many as `into` holds. */
export function gather({ data, norms, d }: Points, rows: Int32Array, into: Points): void {
  for (let i = 0; i < into.n; i++) {
    const row = rows[i]!;
    into.norms[i] = norms[row]!;
    for (let f = 0, at = row * d, to = i * d; f < d; f++) into.data[to++] = data[at++]!;
  }
}
