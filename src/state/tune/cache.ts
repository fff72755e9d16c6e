import type { Cell } from '../../worker/api.ts';

/** Labels of so many bytes are kept; the oldest go first. */
const MOST_BYTES = 256_000_000;
/** What a cell takes besides its labels, roughly. */
const FIGURES = 600;

/** What came of runs, by what they were: a sweep that comes back, or overlaps with another, finds it. */
export class CellCache {
  readonly #cells = new Map<string, Cell>();
  readonly #mostBytes: number;
  #bytes = 0;

  constructor(mostBytes = MOST_BYTES) {
    this.#mostBytes = mostBytes;
  }

  get(key: string): Cell | undefined {
    return this.#cells.get(key);
  }

  set(key: string, cell: Cell): void {
    const before = this.#cells.get(key);
    if (before) this.#bytes -= bytesOf(before);
    this.#cells.delete(key);
    this.#cells.set(key, cell);
    this.#bytes += bytesOf(cell);
    for (const [oldest, gone] of this.#cells) {
      if (this.#bytes <= this.#mostBytes || oldest === key) break;
      this.#cells.delete(oldest);
      this.#bytes -= bytesOf(gone);
    }
  }
}

const bytesOf = ({ labels }: Cell) => FIGURES + (labels?.byteLength ?? 0);
