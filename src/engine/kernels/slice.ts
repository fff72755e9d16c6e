import type { Pause } from '../fit.ts';
import { searchLeft } from '../numeric/search.ts';
import type { Pixels } from '../pixels.ts';
import { SparseLloyd } from './lloyd.ts';
import { type SparseRows, sparseRows } from './sparse.ts';
import { Trial } from './trial.ts';

/** What the rows of a slice come to, in pixels: whole numbers. */
export interface SliceTotals {
  /** Σ‖row‖² */
  readonly norm: number;
  /** Sum of each column. */
  readonly columns: Float64Array;
}

/** What an assignment found; views, good until the slice is asked again. */
export interface Assigned {
  readonly labels: Int32Array;
  /** k × d: the sum of each cluster's rows. */
  readonly sums: Int32Array;
  readonly sizes: Int32Array;
}

/**
 * Neighbouring rows, wherever they lie, and what K-Means asks of them. What goes in and comes out is plain data, whole numbers
 * but for the centres: the answers of several slices add up to those of one, whatever the split.
 */
export interface Slice {
  totals(): Generator<Pause, SliceTotals, void>;
  /**
   * Of each candidate (a row of `candidates`, count × d pixels): the sum over the rows of the squared distance to the nearest
   * seed, were it the next one. `isFirst`: there are no seeds yet.
   */
  trySeeds(candidates: Uint8Array, count: number, isFirst: boolean): Generator<Pause, readonly number[], void>;
  /** Makes a candidate of those tried last a seed. */
  takeSeed(candidate: number): Generator<Pause, null, void>;
  /** The first row up to which squared distances to the nearest seed sum to `value`, other rows' `before` counted; n: none. */
  findSeed(value: number, before: number): Generator<Pause, number, void>;
  /** Finds the nearest of the centres (k × d, in pixels) for each row. `isFirst`: no row has a label yet. */
  assign(centers: Float64Array, isFirst: boolean): Generator<Pause, Assigned, void>;
  /** Gives back what a fit has taken; the rows stay. */
  release(): Generator<Pause, null, void>;
}

/** The first `n` rows of X, in this thread. */
export class RowSlice implements Slice {
  #X: Pixels | null;
  readonly #n: number;
  #rows: SparseRows | null = null;
  #trial: Trial | null = null;
  #step: SparseLloyd | null = null;

  constructor(X: Pixels, n = X.rows) {
    this.#X = X;
    this.#n = n;
  }

  /** Of all of X, also where the slice ends before it. */
  *totals(): Generator<null, SliceTotals, void> {
    const { totalNorm, columnSums } = yield* this.#packed();
    return { norm: totalNorm, columns: columnSums };
  }

  *trySeeds(candidates: Uint8Array, count: number, isFirst: boolean): Generator<null, readonly number[], void> {
    this.#trial ??= new Trial(yield* this.#packed(), this.#n);
    if (isFirst) this.#trial.restart();
    return yield* this.#trial.tryRows(candidates, count);
  }

  *takeSeed(candidate: number): Generator<null, null, void> {
    this.#trial!.take(candidate);
    yield null;
    return null;
  }

  *findSeed(value: number, before: number): Generator<null, number, void> {
    yield null;
    return searchLeft(this.#trial!.cumulative, value, before);
  }

  *assign(centers: Float64Array, isFirst: boolean): Generator<null, Assigned, void> {
    const rows = yield* this.#packed();
    const k = centers.length / rows.d;
    if (this.#step?.k !== k) {
      this.#step?.dispose();
      this.#step = new SparseLloyd(rows, k, this.#n);
    } else if (isFirst) this.#step.restart();
    this.#step.setCenters(centers);
    yield* this.#step.assignAll();
    const { labels, sums, sizes } = this.#step;
    return { labels, sums, sizes };
  }

  *release(): Generator<null, null, void> {
    this.#trial?.dispose();
    this.#step?.dispose();
    this.#trial = null;
    this.#step = null;
    yield null;
    return null;
  }

  *#packed(): Generator<null, SparseRows, void> {
    if (this.#X) this.#rows = yield* sparseRows(this.#X);
    // Whoever keeps only packed rows has no use for the others.
    this.#X = null;
    return this.#rows!;
  }
}
