import type { Pause } from '../fit.ts';
import { searchLeft } from '../numeric/search.ts';
import type { Pixels } from '../pixels.ts';
import { SparseLloyd } from './lloyd.ts';
import { productsOf } from './products.ts';
import { columnSumsOf, dotsOf, type SparseRows, sparseRows } from './sparse.ts';
import { Trial } from './trial.ts';

/** What an assignment found; views, good until the slice is asked again. */
export interface Assigned {
  readonly labels: Int32Array;
  /** k × d: the sum of each cluster's rows. */
  readonly sums: Int32Array;
  readonly sizes: Int32Array;
}

/** What was found of some rows alone: the sum of those at each centre, Σ‖row‖². */
export interface Nearest {
  readonly sums: Int32Array;
  readonly norms: number;
}

/**
 * Neighbouring rows, wherever they lie, and what is asked of them. What goes in and comes out is plain data; but for centres and
 * `dots` it is whole numbers: the answers of several slices add up to those of one, whatever the split.
 */
export interface Slice {
  /** Σ‖row‖² of all rows, in pixels. */
  norm(): Generator<Pause, number, void>;
  /** The sum of each column. */
  columns(): Generator<Pause, Float64Array, void>;
  /** Σ x·xᵀ (d × d). */
  products(): Generator<Pause, Float64Array, void>;
  /** The product of each row with each of `count` vectors (count × d): all rows with the first, then with the next. */
  dots(vectors: Float64Array, count: number): Generator<Pause, Float64Array, void>;
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
  #X: Pixels | null = null;
  readonly #n: number;
  #rows: SparseRows | null = null;
  #trial: Trial | null = null;
  #step: SparseLloyd | null = null;

  /** @param X packed, or to be packed when the slice is first asked */
  constructor(X: Pixels | SparseRows, n = 'spans' in X ? X.n : X.rows) {
    if ('spans' in X) this.#rows = X;
    else this.#X = X;
    this.#n = n;
  }

  *norm(): Generator<null, number, void> {
    const { memory, norms } = yield* this.#packed();
    return memory.f64(norms, this.#n).reduce((sum, norm) => sum + norm, 0);
  }

  *columns(): Generator<null, Float64Array, void> {
    return yield* columnSumsOf(yield* this.#packed(), this.#n);
  }

  *products(): Generator<null, Float64Array, void> {
    return yield* productsOf(yield* this.#packed(), this.#n);
  }

  *dots(vectors: Float64Array, count: number): Generator<null, Float64Array, void> {
    return yield* dotsOf(yield* this.#packed(), this.#n, vectors, count);
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
    const step = yield* this.#stepAt(centers);
    if (isFirst) step.restart();
    yield* step.assignAll();
    const { labels, sums, sizes } = step;
    return { labels, sums, sizes };
  }

  /**
   * As `assign`, of the rows named alone, by their place in the slice, into `labels`; no row's own label changes. Asked of no helper.
   * @param scale makes pixels of the centres
   */
  *nearest(centers: Float64Array, scale: number, rows: Int32Array, labels: Int32Array): Generator<null, Nearest, void> {
    const step = yield* this.#stepAt(centers, scale);
    return step.nearestOf(rows, labels);
  }

  *release(): Generator<null, null, void> {
    this.#trial?.dispose();
    this.#step?.dispose();
    this.#trial = null;
    this.#step = null;
    yield null;
    return null;
  }

  *#stepAt(centers: Float64Array, scale = 1): Generator<null, SparseLloyd, void> {
    const rows = yield* this.#packed();
    const k = centers.length / rows.d;
    if (this.#step?.k !== k) {
      this.#step?.dispose();
      this.#step = new SparseLloyd(rows, k, this.#n);
    }
    this.#step.setCenters(centers, scale);
    return this.#step;
  }

  *#packed(): Generator<null, SparseRows, void> {
    if (this.#X) this.#rows = yield* sparseRows(this.#X);
    // Whoever keeps only packed rows has no use for the others.
    this.#X = null;
    return this.#rows!;
  }
}
