import { KernelMemory } from './memory.ts';

/** Rows that are held at a time. */
export const HELD_ROWS = 8;
/** Rows measured against them at a time. */
const BLOCK = 128;

/** What of two rows x and y is added up, from the first column to the last; products in two sums, even columns and odd. */
export type Measure = 'sumSquares' | 'sumGaps' | 'largestGaps' | 'sumProducts';

/**
 * Σ (x − y)², Σ |x − y|, max |x − y| or Σ x · y of eight rows with all others, each in the very order and rounding of a plain loop
 * over its columns. Memory: a copy of the rows.
 */
export class Differences {
  readonly #memory = new KernelMemory();
  readonly #at;

  /** @param data n × d */
  constructor(
    data: Float64Array,
    private readonly d: number,
    private readonly measure: Measure,
  ) {
    const memory = this.#memory;
    this.#at = {
      rows: memory.take(8 * data.length),
      tile: memory.take(8 * HELD_ROWS * d),
      sums: memory.take(8 * HELD_ROWS * BLOCK),
    };
    memory.bytes(this.#at.tile, 8 * HELD_ROWS * d).fill(0);
    memory.f64(this.#at.rows, data.length).set(data);
  }

  /** Up to HELD_ROWS rows, with which the others are compared. */
  hold(from: number, to: number): void {
    const { rows, tile } = this.#at;
    this.#memory.kernels.turnRows(rows + 8 * this.d * from, to - from, this.d, tile);
  }

  /** Tells of the rows from…to-1, some at a time, HELD_ROWS sums each, which are good until it returns. */
  compare(from: number, to: number, tell: (first: number, sums: Float64Array) => void): void {
    const { kernels } = this.#memory;
    const { rows, tile, sums } = this.#at;
    for (let first = from; first < to; first += BLOCK) {
      const count = Math.min(BLOCK, to - first);
      kernels[this.measure](rows + 8 * this.d * first, count, this.d, tile, sums);
      tell(first, this.#memory.f64(sums, HELD_ROWS * count));
    }
  }
}
