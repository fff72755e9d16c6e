import { Blocks } from './memory.ts';
import type { SparseRows } from './sparse.ts';

/** Rows between two yields. */
const BLOCK_ROWS = 8_000;

/** Addresses of what belongs to four candidates. */
interface Four {
  readonly table: number;
  readonly norms: number;
  readonly squares: number;
  readonly sums: number;
}

/** Candidates for the next seed among the first `n` sparse rows, tried four at a time: whole numbers throughout. */
export class Trial {
  readonly #rows: SparseRows;
  readonly #n: number;
  readonly #blocks: Blocks;
  readonly #closest: number;
  readonly #cumulative: number;
  readonly #fours: Four[] = [];

  constructor(rows: SparseRows, n: number) {
    this.#rows = rows;
    this.#n = n;
    this.#blocks = new Blocks(rows.memory);
    this.#closest = this.#blocks.take(4 * n);
    this.#cumulative = this.#blocks.take(8 * n);
  }

  /** Forgets all seeds. */
  restart(): void {
    this.#rows.memory.i32(this.#closest, this.#n).fill(0x7fffffff);
  }

  /** The running sums of the squared distances to the nearest seed. */
  get cumulative(): Float64Array {
    return this.#rows.memory.f64(this.#cumulative, this.#n);
  }

  /** What the sum would be with each of `count` candidates (a row of pixels each) as a seed. Yields between blocks of rows. */
  *tryRows(candidates: Uint8Array, count: number): Generator<null, number[], void> {
    const { memory, d, step, spans, norms } = this.#rows;
    const sums: number[] = [];
    for (let c = 0; c < count; c += 4) {
      const held = Math.min(4, count - c);
      const four = this.#four(c / 4);
      this.#open(four, candidates.subarray(c * d, (c + held) * d), held);
      for (let from = 0; from < this.#n; from += BLOCK_ROWS) {
        memory.kernels.seedDistances(
          from,
          Math.min(this.#n, from + BLOCK_ROWS),
          spans,
          norms,
          this.#closest,
          four.table,
          step,
          four.norms,
          four.squares,
          four.sums,
        );
        yield null;
      }
      sums.push(...memory.f64(four.sums, held));
    }
    return sums;
  }

  /** Makes candidate `at` of those tried last a seed. */
  take(at: number): void {
    const { memory } = this.#rows;
    memory.kernels.takeSeed(this.#n, at & 3, this.#four(at >> 2).squares, this.#closest, this.#cumulative);
  }

  dispose(): void {
    this.#blocks.giveAll();
  }

  #four(number: number): Four {
    const blocks = this.#blocks;
    const { step } = this.#rows;
    this.#fours[number] ??= {
      table: blocks.take(4 * step),
      norms: blocks.take(16),
      squares: blocks.take(16 * this.#n),
      sums: blocks.take(32),
    };
    return this.#fours[number];
  }

  /** Lays out up to four candidates; the last one fills what is left. */
  #open(four: Four, candidates: Uint8Array, held: number): void {
    const { memory, d, step } = this.#rows;
    const table = new Int16Array(memory.kernels.memory.buffer, four.table, 2 * step).fill(0);
    const norms = memory.i32(four.norms, 4);
    memory.f64(four.sums, 4).fill(0);
    for (let lane = 0; lane < 4; lane++) {
      const c = Math.min(lane, held - 1);
      const candidate = candidates.subarray(c * d, (c + 1) * d);
      table.set(candidate, (lane * step) / 2);
      norms[lane] = candidate.reduce((norm, pixel) => norm + pixel * pixel, 0);
    }
  }
}
