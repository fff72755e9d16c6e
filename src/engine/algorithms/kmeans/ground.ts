import type { Pause, Step } from '../../fit.ts';
import type { RandomState } from '../../numeric/random-state.ts';
import type { Options } from './options.ts';
import type { Limits, Observer, Run } from './run.ts';

/**
 * What the runs of a fit stand on: the rows in a form of their own, dense and centred or sparse pixels, and the loops that go
 * over them. Centres of a run are in the rows' own coordinates.
 */
export interface Ground {
  readonly n: number;
  readonly d: number;
  readonly k: number;
  readonly limits: Limits;
  /** So long is a length of 1 in the coordinates of X. */
  readonly unit: number;
  /** Centres in the coordinates of X: a new array. */
  outward(centers: Float64Array): Float64Array;
  /** Centres from the coordinates of X: a new array. */
  inward(centers: Float64Array): Float64Array;
  /** Draws the rows that become the first centres. */
  seed(init: 'k-means++' | 'random', random: RandomState): Generator<Pause, Int32Array, void>;
  /** Rows as centres, k × d. */
  centersAt(rows: Int32Array): Float64Array;
  /** Takes a run to its end; yields after each block of rows and after each step. */
  go(run: Run, observer: Observer | null): Generator<Step, void, void>;
  /** The sum of squared distances of the rows to their centres, as X has it. */
  inertia(run: Run): Generator<null, number, void>;
  /** Gives back what it holds besides ordinary memory. */
  dispose(): void;
}

export type GroundOptions = Pick<Options, 'clusters' | 'maxIterations' | 'tol' | 'elkan'>;
