import type { Matrix } from '../types.ts';
import type { Measure } from './differences.ts';
import { KernelMemory, type Kernels } from './memory.ts';

/** Bytes of a merge in the log. */
const MERGE = 32;

/**
 * The memory of distances between clusters, n rows of an even number of slots, and what is done to a whole row: `start` says
 * where in `values` it begins, `count` is how many slots there are.
 */
export class ClusterRows {
  readonly #kernels: Kernels;
  readonly #at;
  /** Numbers from the start of a row to that of the next: n, or one more. */
  readonly stride: number;
  /** n × stride. */
  readonly values: Float64Array;
  /** By slot, how many rows its cluster has: 0 for one that is gone, and after the last. */
  readonly sizes: Float64Array;
  readonly #kept: Int32Array;
  readonly #logSlots: Int32Array;
  readonly #logNumbers: Float64Array;
  readonly #replay: Kernels['replayWard'];
  readonly #unite: Kernels['uniteWard'];

  readonly #d: number;

  /**
   * @param X what is measured, without rows if nothing is
   * @throws RangeError where the distances do not fit into memory
   */
  constructor(n: number, linkage: 'complete' | 'average' | 'ward', { data, rows, cols: d }: Matrix) {
    const memory = new KernelMemory();
    const stride = n + (n % 2);
    this.#at = {
      columns: memory.take(8 * stride * (rows > 0 ? d : 0)),
      sizes: memory.take(8 * stride),
      kept: memory.take(4 * stride),
      log: memory.take(MERGE * n),
      values: memory.take(8 * n * stride),
    };
    if (rows > 0) fillColumns(memory.f64(this.#at.columns, stride * d), stride, data, d);
    this.#d = d;
    this.stride = stride;
    this.values = memory.f64(this.#at.values, n * stride);
    this.sizes = memory.f64(this.#at.sizes, stride).fill(1, 0, n);
    this.#kept = memory.i32(this.#at.kept, stride);
    this.#logSlots = memory.i32(this.#at.log, (MERGE / 4) * n);
    this.#logNumbers = memory.f64(this.#at.log, (MERGE / 8) * n);
    this.#kernels = memory.kernels;
    const { replayComplete, replayAverage, replayWard, uniteComplete, uniteAverage, uniteWard } = memory.kernels;
    this.#replay = { complete: replayComplete, average: replayAverage, ward: replayWard }[linkage];
    this.#unite = { complete: uniteComplete, average: uniteAverage, ward: uniteWard }[linkage];
  }

  /** The distances of row i of X from all, in the order and rounding of a plain loop over its columns. */
  measure(start: number, i: number, measure: Exclude<Measure, 'sumProducts'>): void {
    const { rootedSquares, addedGaps, largestGap } = this.#kernels;
    const kernel = { sumSquares: rootedSquares, sumGaps: addedGaps, largestGaps: largestGap }[measure];
    kernel(this.#at.columns, this.stride, this.#d, i, this.#row(start));
  }

  /** The first slot of the least distance that is below `limit`, or -1. */
  firstLeast(start: number, count: number, limit: number): number {
    return this.#kernels.firstLeast(this.#row(start), even(count), limit);
  }

  /** Slot x is about to go up in slot y: merge m of the log. */
  note(m: number, x: number, y: number, distance: number): void {
    this.#logSlots[8 * m] = x;
    this.#logSlots[8 * m + 1] = y;
    this.#logNumbers[4 * m + 1] = this.sizes[x]!;
    this.#logNumbers[4 * m + 2] = this.sizes[y]!;
    this.#logNumbers[4 * m + 3] = distance;
  }

  /** The row of a cluster of `size` rows takes up the merges from…to-1 of others. */
  replay(start: number, size: number, from: number, to: number): void {
    const { log } = this.#at;
    this.#replay(this.#row(start), size, log + MERGE * from, log + MERGE * to);
  }

  /** Over the row of y that of x ∪ y, by merge m. */
  unite(startX: number, startY: number, count: number, m: number): void {
    this.#unite(this.#row(startX), this.#row(startY), even(count), this.#at.log + MERGE * m, this.#at.sizes);
  }

  /** The slots that stay move together. */
  keep(start: number, kept: Int32Array): void {
    this.#kept.set(kept);
    this.#kernels.moveTo(this.#row(start), this.#at.kept, kept.length);
    if (kept.length % 2 === 1) this.values[start + kept.length] = Number.POSITIVE_INFINITY;
  }

  #row(start: number): number {
    return this.#at.values + 8 * start;
  }
}

function fillColumns(columns: Float64Array, stride: number, data: Float64Array, d: number): void {
  for (let at = 0; at < data.length; at++) columns[(at % d) * stride + Math.floor(at / d)] = data[at]!;
}

const even = (count: number): number => count + (count % 2);
