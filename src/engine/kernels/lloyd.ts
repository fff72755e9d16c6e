import { inertiaOf } from './inertia.ts';
import { Blocks, type KernelMemory } from './memory.ts';
import type { SparseRows } from './sparse.ts';

/** Rows times centres between two yields: a few milliseconds even where no distance is skipped. */
const BLOCK_WORK = 80_000;
/** Infinite, for bounds that rule nothing out. */
const HUGE = 3e38;
/** Float32 keeps distances to well within the slack of assembly/assign.ts up to here; then the bounds begin anew. */
const MOST_MOVED = 16_384;
/** Addresses and sizes in a layout; two float32 follow. */
const WORDS = 19;
/** Squares of distances to no centre at all. */
const NO_CENTER = 1e38;

/**
 * Lloyd's step over sparse rows: labels, sums and sizes of the rows of one memory. A driver that has split the rows over
 * several gives all of them the same centres and adds up their sums; the result is that of one. Everything is in pixels.
 */
export class SparseLloyd {
  readonly #blocks: Blocks;
  readonly #memory: KernelMemory;
  readonly #layout: number;
  readonly #at;
  readonly #groups: number;
  /** How far each centre has moved since the bounds began. */
  readonly #moved: Float64Array;
  /** The centres that rows were last assigned by, if any, and whether the present ones are others. */
  readonly #before: Float64Array;
  #hasBefore = false;
  #areNew = false;

  /** Of the first `n` rows. */
  constructor(
    readonly rows: SparseRows,
    readonly k: number,
    readonly n = rows.n,
  ) {
    const { memory, d, step } = rows;
    const groups = Math.ceil(k / 4);
    const blocks = new Blocks(memory);
    this.#blocks = blocks;
    this.#memory = memory;
    this.#groups = groups;
    this.#moved = new Float64Array(k);
    this.#before = new Float64Array(k * d);
    this.#at = {
      labels: blocks.take(4 * n),
      upper: blocks.take(4 * n),
      lower: blocks.take(16 * n * groups),
      centers: blocks.zeros(8 * (k * d + 8)),
      centerNorms: blocks.zeros(8 * 4 * groups),
      tables: blocks.zeros(4 * groups * step),
      tableNorms: blocks.take(16 * groups),
      moved: blocks.zeros(16 * groups),
      sums: blocks.take(2 * k * step),
      sizes: blocks.take(4 * k),
      lanes: blocks.take(16 * groups + 64),
      measured: blocks.take(4 * groups),
      waiting: blocks.take(4 * 48),
    };
    this.#layout = blocks.zeros(4 * WORDS + 8);
    this.#writeLayout();
    this.restart();
  }

  /** No row has a label, no cluster a row. */
  restart(): void {
    const { labels, sums, sizes } = this.#at;
    this.#memory.i32(labels, this.n).fill(-1);
    this.#memory.i32(sums, (this.k * this.rows.step) / 2).fill(0);
    this.#memory.i32(sizes, this.k).fill(0);
    this.#hasBefore = false;
    this.#areNew = true;
    this.#forgetBounds();
  }

  /** n labels: a view that the next allocation may leave behind. */
  get labels(): Int32Array {
    return this.#memory.i32(this.#at.labels, this.n);
  }

  /** k × d: the sum of each cluster's rows, exact. */
  get sums(): Int32Array {
    return this.#compact(this.#at.sums);
  }

  /** Rows of each cluster; a view as `labels` is. */
  get sizes(): Int32Array {
    return this.#memory.i32(this.#at.sizes, this.k);
  }

  /** Takes the centres (k × d) that the next assignment goes by; `scale` times their numbers are in pixels. */
  setCenters(next: Float64Array, scale = 1): void {
    const { k } = this;
    const { d } = this.rows;
    const centers = this.#memory.f64(this.#at.centers, k * d);
    for (let at = 0; at < centers.length; at++) centers[at] = next[at]! * scale;
    this.#areNew = true;
    const norms = this.#memory.f64(this.#at.centerNorms, 4 * this.#groups);
    const tableNorms = this.#memory.f32(this.#at.tableNorms, 4 * this.#groups).fill(NO_CENTER);
    let largest = 0;
    for (let j = 0; j < k; j++) {
      const norm = this.#memory.kernels.squareNorm(this.#at.centers + 8 * j * d, d);
      norms[j] = norm;
      tableNorms[j] = norm;
      largest = Math.max(largest, norm);
    }
    const unit = this.#round(Math.sqrt(largest));
    this.#memory.f32(this.#layout + 4 * WORDS, 2).set([Math.sqrt(largest) * (1 + 1e-6), unit]);
  }

  /** Finds the nearest centre of the rows from…to-1, the lowest number of equals; returns how many changed. */
  assign(from: number, to: number): number {
    if (this.#areNew) this.#move();
    return this.#memory.kernels.assignRows(from, to, this.#layout);
  }

  /** Assigns all rows; yields between blocks of them. */
  *assignAll(): Generator<null, void, void> {
    const { n } = this;
    const block = Math.max(1, Math.floor(BLOCK_WORK / this.k));
    for (let from = 0; from < n; from += block) {
      this.assign(from, Math.min(n, from + block));
      if (from + block < n) yield null;
    }
  }

  /**
   * The nearest centre of each of the rows named, into `labels`; no row's own label changes. Returns the sum of those rows at
   * each centre (k × d, exact) and of their squared norms.
   */
  nearestOf(rows: Int32Array, labels: Int32Array): { sums: Int32Array; norms: number } {
    const memory = this.#memory;
    const count = rows.length;
    const size = (this.k * this.rows.step) / 2;
    const at = memory.take(8 * count + 4 * size);
    memory.i32(at, count).set(rows);
    memory.i32(at + 8 * count, size).fill(0);
    const norms = memory.kernels.nearestRows(at, count, at + 4 * count, at + 8 * count, this.#layout);
    labels.set(memory.i32(at + 4 * count, count));
    const sums = this.#compact(at + 8 * count).slice();
    memory.give(at);
    return { sums, norms };
  }

  /** The sum of squared distances of the rows, as they were assigned last, to the centres they were assigned by, in pixels. */
  inertia(): number {
    const { sums, sizes, k, rows } = this;
    return inertiaOf(this.#memory.f64(this.#at.centers, k * rows.d), sums, sizes, rows.totalNorm);
  }

  /** Gives its memory back. */
  dispose(): void {
    this.#blocks.giveAll();
  }

  /** k × d numbers of lines that are padded to whole blocks: a view where there is no padding, else a copy. */
  #compact(address: number): Int32Array {
    const { d, step } = this.rows;
    const width = step / 2;
    const padded = this.#memory.i32(address, this.k * width);
    if (width === d) return padded;
    const compact = new Int32Array(this.k * d);
    for (let j = 0; j < this.k; j++) compact.set(padded.subarray(j * width, j * width + d), j * d);
    return compact;
  }

  #writeLayout(): void {
    const { rows } = this;
    const at = this.#at;
    const words = [
      rows.spans,
      rows.norms,
      at.labels,
      at.upper,
      at.lower,
      at.centers,
      at.centerNorms,
      at.tables,
      at.tableNorms,
      at.moved,
      at.sums,
      at.sizes,
      at.lanes,
      at.measured,
      at.waiting,
      rows.d,
      this.#groups,
      rows.sums,
      rows.step,
    ];
    this.#memory.i32(this.#layout, words.length).set(words);
  }

  /** Writes the centres as whole multiples of a unit, the smallest of which a product with any row fits into 32 bits. */
  #round(largest: number): number {
    const { d, step, largestNorm } = this.rows;
    const { kernels } = this.#memory;
    const { centers, tables } = this.#at;
    const highest = Math.max(1, kernels.largestOf(centers, this.k * d));
    const factor = Math.min(32_000 / highest, 2_000_000_000 / (Math.sqrt(largestNorm) * (largest + 1) + 1));
    for (let j = 0; j < this.k; j++) kernels.roundTo(centers + 8 * j * d, d, factor, tables + j * step);
    return 1 / factor;
  }

  /** Notes how far centres have moved since rows were last assigned; bounds stay valid by as much. */
  #move(): void {
    const { k } = this;
    const { d } = this.rows;
    const before = this.#before;
    const centers = this.#memory.f64(this.#at.centers, k * d);
    if (this.#hasBefore) {
      const moved = this.#memory.f32(this.#at.moved, 4 * this.#groups);
      for (let j = 0; j < k; j++) {
        let square = 0;
        for (let f = j * d; f < j * d + d; f++) square += (centers[f]! - before[f]!) ** 2;
        this.#moved[j]! += Math.sqrt(square);
        moved[j] = this.#moved[j]!;
      }
      if (Math.max(...this.#moved) > MOST_MOVED) this.#forgetBounds();
    }
    before.set(centers);
    this.#hasBefore = true;
    this.#areNew = false;
  }

  #forgetBounds(): void {
    const { n } = this;
    this.#moved.fill(0);
    this.#memory.f32(this.#at.moved, 4 * this.#groups).fill(0);
    this.#memory.f32(this.#at.upper, n).fill(HUGE);
    this.#memory.f32(this.#at.lower, 4 * n * this.#groups).fill(0);
  }
}
