import type { Pause } from '../fit.ts';
import type { Pixels } from '../pixels.ts';
import type { Nearest, RowSlice } from './slice.ts';
import { alone, Slices, totalNormOf } from './slices.ts';

/** All rows of a table of pixels in this thread, any of which can be asked for alone: for batches. */
export class OwnSlices extends Slices {
  readonly #slices: readonly RowSlice[];
  readonly #starts: readonly number[];

  constructor(X: Pixels, { slices, starts }: ReturnType<typeof alone>, totalNorm: number) {
    super(X, { slices, starts, helpers: null }, totalNorm);
    this.#slices = slices;
    this.#starts = starts;
  }

  /**
   * The nearest of the centres (k × d, times `scale` in pixels) of each of the rows named, into `labels`. Returns the sum of those
   * rows at each centre (k × d) and Σ‖row‖² of them, both exact. Rows come in any order, and more than once.
   */
  *nearest(centers: Float64Array, scale: number, rows: Int32Array, labels: Int32Array): Generator<null, Nearest, void> {
    const [first] = this.#slices;
    if (this.#slices.length === 1) return yield* first!.nearest(centers, scale, rows, labels);
    let sums: Int32Array | null = null;
    let norms = 0;
    for (const [s, slice] of this.#slices.entries()) {
      const share = shareOf(rows, this.#starts[s]!, this.#starts[s + 1]!);
      const own = new Int32Array(share.rows.length);
      const found = yield* slice.nearest(centers, scale, share.rows, own);
      for (let i = 0; i < own.length; i++) labels[share.places[i]!] = own[i]!;
      norms += found.norms;
      sums = sums === null ? found.sums : added(sums, found.sums);
    }
    return { sums: sums!, norms };
  }
}

/** The rows of a table, kept in this thread whatever helpers there are. */
export function* ownRows(X: Pixels): Generator<Pause, OwnSlices, void> {
  const split = alone(X);
  return new OwnSlices(X, split, yield* totalNormOf(split.slices));
}

/** Adds to `sums`. */
function added(sums: Int32Array, more: Int32Array): Int32Array {
  for (let at = 0; at < sums.length; at++) sums[at]! += more[at]!;
  return sums;
}

/** Of rows from anywhere those between two: their numbers from the first of these on, and where they stand among all. */
function shareOf(rows: Int32Array, from: number, to: number): { rows: Int32Array; places: Int32Array } {
  const share = new Int32Array(rows.length);
  const places = new Int32Array(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (row < from || row >= to) continue;
    share[count] = row - from;
    places[count++] = i;
  }
  return { rows: share.slice(0, count), places: places.subarray(0, count) };
}
