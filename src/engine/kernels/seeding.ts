import { evenWeights } from '../numeric/centers/seeding.ts';
import type { RandomState } from '../numeric/random-state.ts';
import { searchLeft } from '../numeric/search.ts';
import { Blocks } from './memory.ts';
import type { SparseRows } from './sparse.ts';

/** Rows between two yields. */
const BLOCK_ROWS = 8_000;

/**
 * Greedy k-means++ over sparse rows: the draws are those of `seedPlusPlus` in numeric/centers/seeding.ts, which has
 * scikit-learn's; squared distances of pixels are whole numbers here, and so are their sums. Yields between blocks of rows.
 * @param candidates how many are tried for each centre after the first
 */
export function* seedSparse(
  rows: SparseRows,
  k: number,
  candidates: number,
  random: RandomState,
): Generator<null, Int32Array, void> {
  const blocks = new Blocks(rows.memory);
  try {
    const trial = new Trial(rows, blocks, candidates);
    const [first] = random.choice(rows.n, { size: 1, p: evenWeights(rows.n) });
    yield* trial.tryRows([first!]);
    trial.take(0);
    const seeds = [first!];
    while (seeds.length < k) {
      const sums = trial.cumulative;
      const potential = sums[sums.length - 1]!;
      const tried = Array.from(random.randomSamples(candidates), (sample) =>
        Math.min(searchLeft(sums, sample * potential), rows.n - 1),
      );
      const potentials = yield* trial.tryRows(tried);
      const best = potentials.reduce((least, value, at) => (value < potentials[least]! ? at : least), 0);
      trial.take(best);
      seeds.push(tried[best]!);
    }
    return Int32Array.from(seeds);
  } finally {
    blocks.giveAll();
  }
}

/** Addresses of what belongs to four candidates. */
interface Four {
  readonly table: number;
  readonly norms: number;
  readonly squares: number;
  readonly sums: number;
}

/** Candidates are tried four at a time. */
class Trial {
  readonly #rows: SparseRows;
  readonly #closest: number;
  readonly #cumulative: number;
  readonly #fours: readonly Four[];

  constructor(rows: SparseRows, blocks: Blocks, candidates: number) {
    const { n, step, memory } = rows;
    this.#rows = rows;
    this.#closest = blocks.take(4 * n);
    this.#cumulative = blocks.take(8 * n);
    memory.i32(this.#closest, n).fill(0x7fffffff);
    this.#fours = Array.from({ length: Math.ceil(candidates / 4) }, () => ({
      table: blocks.take(4 * step),
      norms: blocks.take(16),
      squares: blocks.take(16 * n),
      sums: blocks.take(32),
    }));
  }

  /** The running sums of the squared distances to the nearest seed. */
  get cumulative(): Float64Array {
    return this.#rows.memory.f64(this.#cumulative, this.#rows.n);
  }

  /** What the sum would be with each of these rows as a seed. */
  *tryRows(tried: readonly number[]): Generator<null, number[], void> {
    const { memory, n, step, blockSpans, blockNumbers, blockPixels, norms } = this.#rows;
    const sums: number[] = [];
    for (let c = 0; c < tried.length; c += 4) {
      const four = this.#fours[c / 4]!;
      this.#open(four, tried.slice(c, c + 4));
      for (let from = 0; from < n; from += BLOCK_ROWS) {
        memory.kernels.seedDistances(
          from,
          Math.min(n, from + BLOCK_ROWS),
          blockSpans,
          blockNumbers,
          blockPixels,
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
      sums.push(...memory.f64(four.sums, 4).subarray(0, Math.min(4, tried.length - c)));
    }
    return sums;
  }

  /** Makes candidate `at` of those tried last a seed. */
  take(at: number): void {
    const { memory, n } = this.#rows;
    memory.kernels.takeSeed(n, at & 3, this.#fours[at >> 2]!.squares, this.#closest, this.#cumulative);
  }

  /** Lays out up to four candidates; the last one fills what is left. */
  #open(four: Four, tried: readonly number[]): void {
    const { memory, n, step } = this.#rows;
    const { buffer } = memory.kernels.memory;
    const starts = new Int32Array(buffer, this.#rows.starts, n + 1);
    const columns = new Uint16Array(buffer, this.#rows.columns, starts[n]!);
    const values = new Uint8Array(buffer, this.#rows.values, starts[n]!);
    const table = new Int16Array(buffer, four.table, 2 * step).fill(0);
    memory.f64(four.sums, 4).fill(0);
    for (let lane = 0; lane < 4; lane++) {
      const row = tried[Math.min(lane, tried.length - 1)]!;
      for (let at = starts[row]!; at < starts[row + 1]!; at++) table[(lane * step) / 2 + columns[at]!]! += values[at]!;
      memory.i32(four.norms, 4)[lane] = memory.f64(this.#rows.norms, n)[row]!;
    }
  }
}
