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

  /** Calls `visit` with the tiles that were touched, neighbours in a row as one, cut off where the picture ends. */
  each(visit: (part: Dirty) => void): void {
    const rows = this.#touched.length / this.#columns;
    for (let row = 0; row < rows; row++) {
      const top = row << SHIFT;
      const bottom = Math.min(this.#height, top + (1 << SHIFT));
      for (let from = 0; from < this.#columns; from++) {
        let to = from;
        while (to < this.#columns && this.#touched[row * this.#columns + to] === 1) to++;
        if (to > from) visit({ left: from << SHIFT, top, right: Math.min(this.#width, to << SHIFT), bottom });
        from = to;
      }
    }
  }

  clear(): void {
    this.#touched.fill(0);
  }
}
