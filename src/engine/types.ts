import type { MetricName } from './metrics/specs.ts';

/** A dense matrix, row-major (C order), float64: entry (i, j) is `data[i * cols + j]`. */
export interface Matrix {
  readonly data: Float64Array;
  readonly rows: number;
  readonly cols: number;
  /** numpy would hold this table column by column: it then adds in another order, and last bits differ. `data` is by rows all the same. */
  readonly byColumns?: true;
}

/** A value a parameter can take in a recipe: plain JSON. `null` is Python's None. */
export type ParamValue = number | string | boolean | null | readonly number[] | readonly (readonly number[])[];
export type Params = Readonly<Record<string, ParamValue>>;

/** The label of a row that no step has reached yet; noise is -1 as in scikit-learn. */
export const UNASSIGNED = -2;
export const NOISE = -1;

/**
 * What one step of a fit left behind. Every array is fresh and belongs to the receiver, so that a worker can transfer it.
 * `n` rows, `k` centres, `d` features, all in the clustered (scaled) space.
 */
export interface Frame {
  /** 0 for the state before the first step. */
  readonly step: number;
  /** What kind of step it was, in the algorithm's own words: 'init', 'assign', 'update', … */
  readonly phase: string;
  /** n labels after this step; NOISE and UNASSIGNED as above. */
  readonly labels: Int32Array;
  /** The rows whose label changed in this step. */
  readonly changed: Int32Array;
  /** k × d, or null where the method has no centres. */
  readonly centers: Matrix | null;
  /** The value that the player's curve shows (inertia, …); null where it is not defined yet. */
  readonly score: number | null;
  /** The algorithm's own picture: small named typed arrays and numbers, read by its narration and its overlay. */
  readonly extra: Readonly<Record<string, number | Float64Array | Int32Array | Uint8Array>>;
}

/** What a fit leaves: labels, and attributes by scikit-learn's name without the underscore at the end. */
export interface Fitted {
  readonly labels: Int32Array;
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** Sentences for people: not converged, fewer clusters than asked for, … */
  readonly warnings: readonly string[];
}
export type Attribute = number | boolean | string | null | Matrix | Float64Array | Int32Array;

/** null: not defined for these labels. */
export type Metrics = Readonly<Record<MetricName, number | null>>;

/** A table as it was loaded or made: the original values, before features were chosen and scaled. */
export interface Table {
  readonly X: Matrix;
  readonly featureNames: readonly string[];
  /** True classes as 0…c-1, or null where there are none. */
  readonly y: Int32Array | null;
  /** One name a class; empty without y. */
  readonly classNames: readonly string[];
  /** A real-valued target (the position along a swiss roll), for `return: ["y"]`; scores do not use it. */
  readonly target: Float64Array | null;
  /** Where a row is a picture, row by row of it: its size. */
  readonly image?: { readonly width: number; readonly height: number };
  /** Of a file: how many values of each column were missing in the rows that were read, those left out for it included. */
  readonly missing?: Int32Array;
}

/** What a fit works on: chosen columns, first rows, scaled. */
export interface Prepared {
  readonly table: Table;
  /** The columns of `table.X` that are clustered, in order. */
  readonly columns: readonly number[];
  /** rows × columns.length, scaled. */
  readonly X: Matrix;
}

/** Some rows as a group: who is near its middle, and what they look like together. */
export interface Members {
  /** The rows given, the nearest to the centre first; of equal distance the lower row first. */
  readonly rows: Int32Array;
  /** The Euclidean distance of each of them, in the units of X. */
  readonly distances: Float64Array;
  /** d: the mean of each column. */
  readonly mean: Float64Array;
  /** d: the standard deviation of each column (over n, not n - 1). */
  readonly spread: Float64Array;
}

/** Every error that a user's input can cause: the field first, then what to do. Its message is `field: problem`. */
export class RecipeError extends Error {
  override readonly name = 'RecipeError';
  constructor(
    readonly field: string,
    readonly problem: string,
  ) {
    super(`${field}: ${problem}`);
  }
}
