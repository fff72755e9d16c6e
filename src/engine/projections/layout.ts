import type { RandomState } from '../numeric/random-state.ts';
import type { Params } from '../types.ts';

/** Rows of float32 numbers, one after another. */
export interface Rows {
  readonly data: Float32Array;
  readonly rows: number;
  readonly cols: number;
}

/** What a layout works on and with. */
export interface LayoutContext {
  /** n rows in at most 50 dimensions, the first two the principal components of the whole. */
  readonly points: Rows;
  /** All parameters of its spec. */
  readonly params: Params;
  readonly random: RandomState;
}

/** How far a layout has come. */
export interface LayoutStep {
  /** 0…1 of the work. */
  readonly share: number;
  /** Writes the places so far (x, y, x, y, …; any scale, any middle) into an array of 2n; null while there are none. */
  readonly write: ((places: Float64Array) => void) | null;
}

/** Places n rows on the plane; what it yields last is the result. */
export type LayoutSteps = (context: LayoutContext) => Generator<LayoutStep, void, void>;
