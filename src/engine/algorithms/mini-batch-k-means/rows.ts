import type { Pause } from '../../fit.ts';
import type { RandomState } from '../../numeric/random-state.ts';
import type { Run } from './run.ts';

/** The rows of a fit in a form of their own, dense or sparse pixels, and what a fit asks of them. Centres are in units of X. */
export interface Rows {
  readonly n: number;
  readonly d: number;
  /** The chosen rows, as rows of their own. */
  take(rows: Int32Array): Generator<Pause, Rows, void>;
  /** Draws k of them as first centres. */
  seed(init: 'k-means++' | 'random', k: number, random: RandomState): Generator<Pause, Int32Array, void>;
  /** Rows as centres, one after the other. */
  centersAt(rows: Int32Array): Float64Array;
  /** The inertia of all rows at their nearest centres. */
  judge(centers: Float64Array): Generator<Pause, number, void>;
  /** The mean over the columns of their variances. */
  meanVariance(): Generator<Pause, number, void>;
  /** Finds the nearest of `run.centers` for each row of the batch; returns the sum of the squared distances. */
  assignBatch(run: Run): Generator<Pause, number, void>;
  /** Adds the rows of the batch to their centres in `run.next`. */
  addBatch(run: Run): void;
  /** Finds the nearest of `run.centers` for all rows. */
  assignAll(run: Run): Generator<Pause, void, void>;
  /** The sum of squared distances from all rows to their centres. */
  inertia(run: Run): Generator<Pause, number, void>;
  dispose(): void;
}
