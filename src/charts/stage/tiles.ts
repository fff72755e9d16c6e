import type { Dirty } from './raster.ts';

/** Side of a tile: 1 << SHIFT pixels. */
const SHIFT = 5;

/** Which squares of a picture have been drawn on: of many points most of the plot is empty, and need not be looked at. */
export class Tiles {
  readonly #width: number;
  readonly #height: number;
  readonly #columns: number;
  readonly #touched: Uint8Array;

  /** @param width of the picture, pixels, as is `height` */
  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
    this.#columns = ((width - 1) >> SHIFT) + 1;
    this.#touched = new Uint8Array(this.#columns * (((height - 1) >> SHIFT) + 1));
  }

  /** Takes note of a rectangle of whole pixels; what lies outside the picture counts for nothing. */
  touch(left: number, top: number, width: number, height: number): void {
    if (left >= this.#width || top >= this.#height || left + width <= 0 || top + height <= 0) return;
    const firstColumn = Math.max(0, left) >> SHIFT;
    const lastColumn = (Math.min(this.#width, left + width) - 1) >> SHIFT;
    const lastRow = (Math.min(this.#height, top + height) - 1) >> SHIFT;
    for (let row = Math.max(0, top) >> SHIFT; row <= lastRow; row++) {
      for (let column = firstColumn; column <= lastColumn; column++) this.#touched[row * this.#columns + column] = 1;
    }
  }

  /** Calls `visit` with each tile that was touched, cut off where the picture ends. */
  each(visit: (tile: Dirty) => void): void {
    const side = 1 << SHIFT;
    for (let at = 0; at < this.#touched.length; at++) {
      if (this.#touched[at] === 0) continue;
      const left = (at % this.#columns) * side;
      const top = Math.floor(at / this.#columns) * side;
      visit({ left, top, right: Math.min(this.#width, left + side), bottom: Math.min(this.#height, top + side) });
    }
  }

  clear(): void {
    this.#touched.fill(0);
  }
}
