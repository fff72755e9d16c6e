import type { RandomState } from '../../numeric/random-state.ts';
import type { Matrix, Params } from '../../types.ts';

/** What a generator makes. */
export interface Made {
  readonly X: Matrix;
  /** The cluster or curve that each row was made for; null where there is no such thing. */
  readonly y: Int32Array | null;
  /** The position along a curve; null for the others. */
  readonly target: Float64Array | null;
}

/** A generator: its parameters, complete and valid by its spec, and the seeded source of random numbers. */
export type Make = (params: Params, random: RandomState) => Made;

/** Two columns and classes. */
export function plane(data: Float64Array, y: Int32Array | null): Made {
  return { X: { data, rows: data.length / 2, cols: 2 }, y, target: null };
}
