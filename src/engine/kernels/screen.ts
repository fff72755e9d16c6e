import { KernelMemory } from './memory.ts';

/** Rows that are held at a time. */
export const TILE = 16;
/** Rows that can be measured against them at a time: what is known of these stays near the processor. */
export const SCREEN_BLOCK = 256;
/** More columns have no place in 16 bits. */
export const SCREEN_COLUMNS = 2 ** 17;
/** Far more than rounding moves a distance, as a share. */
export const MARGIN = 1e-9;
const LEAST_SQUARE = 1e-290;
/** Rounded rows are no longer than this, so that squares of their distances stay within 32 bits. */
const LONGEST = 2 ** 14;

/**
 * Rows rounded to whole numbers of 16 bits, in units of `unit`, of which sums of products are quick and exact. What rounded rows say
 * of the rows themselves: |x − y| is unit · |X − Y| but for 2 · `error` at most, and x · y is unit² · X · Y but for
 * error · (|x| + |y| + error).
 */
export class Screen {
  readonly n: number;
  readonly unit: number;
  /** No row lies farther than this from what it was rounded to. */
  readonly error: number;
  readonly #memory = new KernelMemory();
  readonly #at;
  readonly #norms: Int32Array;
  /** Pairs of columns. */
  readonly #lines: number;

  /**
   * @param data n × d finite numbers, not kept
   * @param says 'squares': |X − Y|², of rows less their mean (unless most numbers are 0); 'products': −2 X · Y
   */
  constructor(data: Float64Array, d: number, says: 'squares' | 'products') {
    const n = data.length / d;
    const lines = Math.ceil(d / 2);
    const memory = this.#memory;
    this.n = n;
    this.#lines = lines;
    this.#at = {
      starts: memory.take(4 * (n + 1)),
      norms: memory.take(4 * n),
      places: memory.take(2 * lines * n),
      pairs: memory.take(4 * lines * n),
      tile: memory.take(64 * lines),
      tileNorms: memory.take(4 * TILE),
      lanes: memory.take(4 * TILE),
      rows: memory.take(4 * SCREEN_BLOCK),
      squares: memory.take(4 * TILE * SCREEN_BLOCK),
      masks: memory.take(4 * SCREEN_BLOCK),
    };
    const middle = says === 'products' || isMostlyZero(data) ? new Float64Array(d) : meanRow(data, d);
    const { largest, length } = extentOf(data, d, middle);
    const unit = Math.max(largest / 32_767, length / (LONGEST - Math.sqrt(d)));
    this.unit = unit > 1e-290 ? unit : 1;
    this.error = this.#pack(data, d, middle) * (1 + 1e-9) + 1e-12 * length;
    this.#norms = memory.i32(this.#at.norms, n);
    if (says === 'products') this.#norms.fill(0);
  }

  /** Up to TILE rows, to which those that come are compared. */
  hold(rows: Int32Array): void {
    const { kernels } = this.#memory;
    const { tile, tileNorms, lanes, starts, places, pairs } = this.#at;
    this.#memory.bytes(tile, 64 * this.#lines).fill(0);
    this.#memory.i32(lanes, rows.length).set(rows);
    kernels.layTile(lanes, rows.length, starts, places, pairs, tile);
    const norms = this.#memory.i32(tileNorms, TILE);
    rows.forEach((row, lane) => {
      norms[lane] = this.#norms[row]!;
    });
  }

  /** For each of up to SCREEN_BLOCK rows TILE numbers, one for each row that is held; good until the next call. */
  squares(rows: Int32Array): Int32Array {
    const { kernels } = this.#memory;
    const { rows: at, starts, places, pairs, norms, tile, tileNorms, squares } = this.#at;
    this.#memory.i32(at, rows.length).set(rows);
    kernels.measureRows(at, rows.length, starts, places, pairs, norms, tile, tileNorms, squares);
    return this.#memory.i32(squares, TILE * rows.length);
  }

  /** The same as bits: for each row one for each held row whose number is at most `high`, and 16 above it where it is at most `low`. */
  masks(rows: Int32Array, low: number, high: number): Int32Array {
    this.squares(rows);
    const { squares, masks } = this.#at;
    this.#memory.kernels.maskRows(squares, rows.length, low, high, masks);
    return this.#memory.i32(masks, rows.length);
  }

  /** Pairs with a larger number are surely farther apart than the root of `square`; of 'squares'. */
  mostWithin(square: number): number {
    // Smaller squares may have lost what tells them apart.
    if (square > 0 && square < LEAST_SQUARE) return Number.POSITIVE_INFINITY;
    return ((Math.sqrt(square) * (1 + MARGIN) + 2 * this.error) / this.unit) ** 2 * (1 + MARGIN);
  }

  /** Pairs with a number up to this are surely no farther apart than the root of `square`; negative where that is never sure. */
  mostSurelyWithin(square: number): number {
    const reach = (Math.sqrt(square) * (1 - MARGIN) - 2 * this.error) / this.unit;
    return reach < 0 || square < LEAST_SQUARE ? -1 : reach ** 2 * (1 - MARGIN);
  }

  /** Rounds the rows and packs what is not 0; returns how far the farthest moved. */
  #pack(data: Float64Array, d: number, middle: Float64Array): number {
    const { n, unit } = this;
    const lines = this.#lines;
    const starts = this.#memory.i32(this.#at.starts, n + 1);
    const norms = this.#memory.i32(this.#at.norms, n);
    const places = new Uint16Array(this.#memory.kernels.memory.buffer, this.#at.places, lines * n);
    const pairs = this.#memory.i32(this.#at.pairs, lines * n);
    let farthest = 0;
    let at = 0;
    for (let i = 0; i < n; i++) {
      let lost = 0;
      let norm = 0;
      starts[i] = at;
      for (let f = 0; f < d; f += 2) {
        const x = data[i * d + f]! - middle[f]!;
        const y = f + 1 < d ? data[i * d + f + 1]! - middle[f + 1]! : 0;
        if (x === 0 && y === 0) continue;
        const a = Math.round(x / unit);
        const b = Math.round(y / unit);
        lost += (x - a * unit) ** 2 + (y - b * unit) ** 2;
        norm += a * a + b * b;
        places[at] = f >> 1;
        pairs[at++] = (a & 0xffff) | (b << 16);
      }
      norms[i] = norm;
      farthest = Math.max(farthest, lost);
    }
    starts[n] = at;
    return Math.sqrt(farthest);
  }
}

function isMostlyZero(data: Float64Array): boolean {
  let zeros = 0;
  for (const value of data) if (value === 0) zeros++;
  return zeros > data.length / 2;
}

function meanRow(data: Float64Array, d: number): Float64Array {
  const mean = new Float64Array(d);
  const n = data.length / d;
  for (let at = 0, f = 0; at < data.length; at++) {
    mean[f]! += data[at]! / n;
    if (++f === d) f = 0;
  }
  return mean;
}

/** The largest number of all rows less `middle`, and the length of the longest. */
function extentOf(data: Float64Array, d: number, middle: Float64Array): { largest: number; length: number } {
  let largest = 0;
  for (let i = 0; i < data.length; i += d) {
    for (let f = 0; f < d; f++) largest = Math.max(largest, Math.abs(data[i + f]! - middle[f]!));
  }
  if (largest === 0) return { largest, length: 0 };
  let most = 0;
  for (let i = 0; i < data.length; i += d) {
    let square = 0;
    for (let f = 0; f < d; f++) square += ((data[i + f]! - middle[f]!) / largest) ** 2;
    most = Math.max(most, square);
  }
  return { largest, length: largest * Math.sqrt(most) };
}
