import type { Pixels } from '../pixels.ts';
import { KernelMemory } from './memory.ts';

/** Rows packed at a time: some milliseconds. */
const BLOCK_ROWS = 2_000;
/** Columns are 16-bit, and a dot product of that many pixels still fits into 32 bits. */
const MOST_COLUMNS = 32_000;

/** Pixels in the memory of the kernels, without those that are 0. */
export interface SparseRows {
  readonly memory: KernelMemory;
  readonly n: number;
  readonly d: number;
  /** Addresses: n + 1 uint32, entries uint16, entries uint8. */
  readonly starts: number;
  readonly columns: number;
  readonly values: number;
  /** Addresses of the same in blocks of eight pixels: first and end of each row (2 n uint32), blocks uint16, 8 blocks uint8. */
  readonly blockSpans: number;
  readonly blockNumbers: number;
  readonly blockPixels: number;
  /** Addresses: n float64 each, the squared norm and the sum of each row. */
  readonly norms: number;
  readonly sums: number;
  /** Bytes of a dense row of int16, whole blocks. */
  readonly step: number;
  /** Σ‖row‖², exact. */
  readonly totalNorm: number;
  readonly largestNorm: number;
  /** Sum of each column, exact. */
  readonly columnSums: Float64Array;
  /** Mean over the columns of their variances, of the pixels as they are. */
  readonly meanVariance: number;
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
  const memory = new KernelMemory();
  const starts = memory.take(4 * (n + 1));
  const blockSpans = memory.take(8 * n);
  const blockCounts = memory.take(4 * n);
  const norms = memory.take(8 * n);
  const sums = memory.take(8 * n);
  const dense = memory.take(BLOCK_ROWS * d);
  const { kernels } = memory;
  for (const [from, to] of rowBlocks(n)) {
    memory.bytes(dense, (to - from) * d).set(bytes.subarray(from * d, to * d));
    const at = { entries: starts + 4 * from, blocks: blockCounts + 4 * from };
    kernels.countEntries(dense, to - from, d, at.entries, at.blocks, norms + 8 * from, sums + 8 * from);
    yield null;
  }
  const entries = runningSum(memory.i32(starts, n + 1));
  const columns = memory.take(2 * entries);
  const values = memory.take(entries);
  const blockCount = spansOf(memory.i32(blockCounts, n), memory.i32(blockSpans, 2 * n));
  const blockNumbers = memory.take(2 * blockCount);
  const blockPixels = memory.take(8 * blockCount);
  for (const [from, to] of rowBlocks(n)) {
    memory.bytes(dense, (to - from) * d).set(bytes.subarray(from * d, to * d));
    const at = { entries: starts + 4 * from, blocks: blockSpans + 8 * from };
    kernels.packRows(dense, to - from, d, at.entries, columns, values, at.blocks, blockNumbers, blockPixels);
    yield null;
  }
  memory.give(dense);
  memory.give(blockCounts);
  const columnSums = yield* sumColumns(memory, columns, values, entries, d);
  const all = memory.f64(norms, n);
  const totalNorm = all.reduce((sum, norm) => sum + norm, 0);
  const squaredMeans = columnSums.reduce((sum, value) => sum + (value / n) ** 2, 0);
  const rows: SparseRows = {
    memory,
    n,
    d,
    starts,
    columns,
    values,
    blockSpans,
    blockNumbers,
    blockPixels,
    norms,
    sums,
    step: 16 * Math.ceil(d / 8),
    totalNorm,
    largestNorm: all.reduce((most, norm) => Math.max(most, norm), 0),
    columnSums,
    meanVariance: (totalNorm / n - squaredMeans) / d,
  };
  packed.set(bytes, rows);
  return rows;
}

function* rowBlocks(n: number): Generator<readonly [from: number, to: number]> {
  for (let from = 0; from < n; from += BLOCK_ROWS) yield [from, Math.min(n, from + BLOCK_ROWS)];
}

/** Turns counts into starts, in place; returns their sum. */
function runningSum(counts: Int32Array): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    const count = i < counts.length - 1 ? counts[i]! : 0;
    counts[i] = sum;
    sum += count;
  }
  return sum;
}

/** Where the blocks of each row begin and end, by how many there are; returns how many in all. */
function spansOf(counts: Int32Array, spans: Int32Array): number {
  let sum = 0;
  counts.forEach((count, i) => {
    spans[2 * i] = sum;
    sum += count;
    spans[2 * i + 1] = sum;
  });
  return sum;
}

function* sumColumns(
  memory: KernelMemory,
  columns: number,
  values: number,
  entries: number,
  d: number,
): Generator<null, Float64Array, void> {
  const sums = new Float64Array(d);
  const which = new Uint16Array(memory.kernels.memory.buffer, columns, entries);
  const what = memory.bytes(values, entries);
  for (let at = 0; at < entries; at++) {
    sums[which[at]!]! += what[at]!;
    if (at % 2_000_000 === 1_999_999) yield null;
  }
  return sums;
}
