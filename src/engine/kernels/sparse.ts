import type { Pixels } from '../pixels.ts';
import { KernelMemory } from './memory.ts';

/** Rows packed at a time: some milliseconds. */
const BLOCK_ROWS = 2_000;
/** A dot product of that many pixels still fits into 32 bits, and numbers of blocks are 16-bit. */
const MOST_COLUMNS = 32_000;
/** Bytes that assembly/pack.ts says of a row. */
const SPAN = 12;
/** Bytes of a block: its number, its pixels. */
const NUMBER = 2;
const PIXELS = 8;

/** Pixels in the memory of the kernels, in blocks of eight, without the blocks that are 0. */
export interface SparseRows {
  readonly memory: KernelMemory;
  readonly n: number;
  readonly d: number;
  /** Address: what assembly/pack.ts says of each row. */
  readonly spans: number;
  /** Addresses: n float64 each, the squared norm and the sum of each row. */
  readonly norms: number;
  readonly sums: number;
  /** Bytes of a dense row of int16, whole blocks. */
  readonly step: number;
  /** Σ‖row‖², exact. */
  readonly totalNorm: number;
  readonly largestNorm: number;
}

/** Whether the kernels can take pixels: they may be no more than 32,000 a row. */
export function isPackable(X: Pixels): boolean {
  return X.cols <= MOST_COLUMNS;
}

/** Whether `sparseRows` has been here. */
export const isPacked = ({ bytes }: Pixels): boolean => packed.has(bytes);

const packed = new WeakMap<Uint8Array, SparseRows>();

/** The pixels packed: once for the same bytes. Yields after each block of rows. */
export function* sparseRows({ bytes, rows: n, cols: d }: Pixels): Generator<null, SparseRows, void> {
  const known = packed.get(bytes);
  if (known) return known;
  const packer = new Packer(n, d);
  for (const [from, to] of rowBlocks(n)) {
    packer.add(bytes.subarray(from * d, to * d));
    yield null;
  }
  const rows = packer.end();
  packed.set(bytes, rows);
  return rows;
}

/** Packs rows as they come, into a memory that grows by no more than they take. */
export class Packer {
  readonly #memory = new KernelMemory();
  readonly #n: number;
  readonly #d: number;
  readonly #at;
  #packed = 0;

  /** Of `n` rows of `d` pixels. */
  constructor(n: number, d: number) {
    const memory = this.#memory;
    this.#n = n;
    this.#d = d;
    this.#at = {
      spans: memory.take(SPAN * n),
      norms: memory.take(8 * n),
      sums: memory.take(8 * n),
      dense: memory.take(Math.min(n, BLOCK_ROWS) * d),
      counts: memory.take(4 * Math.min(n, BLOCK_ROWS)),
    };
  }

  /** The next rows; their bytes are not kept. */
  add(bytes: Uint8Array): void {
    const rows = bytes.length / this.#d;
    for (const [from, to] of rowBlocks(rows)) this.#addBlock(bytes.subarray(from * this.#d, to * this.#d), to - from);
  }

  /** What came of them, when all have been added. */
  end(): SparseRows {
    const { spans, norms, sums, dense, counts } = this.#at;
    const memory = this.#memory;
    memory.give(dense);
    memory.give(counts);
    const [n, d] = [this.#n, this.#d];
    const all = memory.f64(norms, n);
    return {
      memory,
      n,
      d,
      spans,
      norms,
      sums,
      step: 16 * Math.ceil(d / 8),
      totalNorm: all.reduce((sum, norm) => sum + norm, 0),
      largestNorm: all.reduce((most, norm) => Math.max(most, norm), 0),
    };
  }

  #addBlock(bytes: Uint8Array, rows: number): void {
    const memory = this.#memory;
    const { kernels } = memory;
    const { spans, norms, sums, dense, counts } = this.#at;
    const first = this.#packed;
    memory.bytes(dense, bytes.length).set(bytes);
    const blocks = kernels.countBlocks(dense, rows, this.#d, counts, norms + 8 * first, sums + 8 * first);
    const at = memory.take((NUMBER + PIXELS) * blocks);
    kernels.packRows(dense, rows, this.#d, counts, spans + SPAN * first, at + PIXELS * blocks, at);
    this.#packed += rows;
  }
}

function* rowBlocks(n: number): Generator<readonly [from: number, to: number]> {
  for (let from = 0; from < n; from += BLOCK_ROWS) yield [from, Math.min(n, from + BLOCK_ROWS)];
}

const columnSums = new WeakMap<SparseRows, Float64Array>();

/** The sum of each column over the first `n` rows, exact; of all rows it is summed once. Yields between blocks of rows. */
export function* columnSumsOf(rows: SparseRows, n = rows.n): Generator<null, Float64Array, void> {
  const known = n === rows.n && columnSums.get(rows);
  if (known) return known;
  const { memory, d, step, spans } = rows;
  const all = new Float64Array(d);
  const at = memory.take(2 * step);
  try {
    for (const [from, to] of rowBlocks(n)) {
      memory.bytes(at, 2 * step).fill(0);
      memory.kernels.addRows(from, to, spans, at);
      const sums = memory.i32(at, d);
      for (let f = 0; f < d; f++) all[f]! += sums[f]!;
      yield null;
    }
  } finally {
    memory.give(at);
  }
  if (n === rows.n) columnSums.set(rows, all);
  return all;
}

/**
 * The products of the first `n` rows with `count` vectors (count × d), in pixels: those of the first vector, then those of the
 * next. Yields between blocks of rows.
 */
export function* dotsOf(
  { memory, d, step, spans }: SparseRows,
  n: number,
  vectors: Float64Array,
  count: number,
): Generator<null, Float64Array, void> {
  const dots = new Float64Array(count * n);
  const vector = memory.take(4 * step);
  const some = memory.take(8 * Math.min(n, BLOCK_ROWS));
  try {
    for (let v = 0; v < count; v++) {
      for (const [from, to] of rowBlocks(n)) {
        const whole = memory.f64(vector, step / 2);
        whole.fill(0).set(vectors.subarray(v * d, (v + 1) * d));
        memory.kernels.dotRows(from, to, spans, vector, some);
        dots.set(memory.f64(some, to - from), v * n + from);
        yield null;
      }
    }
  } finally {
    memory.give(vector);
    memory.give(some);
  }
  return dots;
}
