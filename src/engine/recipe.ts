import type { Scaler } from './spec/dataset.ts';
import type { Params } from './types.ts';

/** `"iris"`, `{ make: "make_moons", noise: 0.05 }`, own points, or (terminal only) a CSV file. */
export type DatasetRef =
  | string
  | ({ readonly make: string } & Params)
  | {
      readonly X: readonly (readonly number[])[];
      readonly y?: readonly (number | string)[];
      /** One name a column; x0, x1, … where they are left out. */
      readonly feature_names?: readonly string[];
    }
  | { readonly csv: string; readonly target?: string };

/** Everything that the user chooses: the one description of a run. */
export interface Recipe {
  readonly dataset: DatasetRef;
  /** Names or column indices; omitted: all. */
  readonly features?: readonly (string | number)[];
  /** Omitted: 'none'. */
  readonly scaler?: Scaler;
  /** The first rows only. */
  readonly rows?: number;
  readonly algorithm: string;
  /** Omitted = scikit-learn's default. */
  readonly params: Params;
  /** Adds the points themselves to the terminal's result. */
  readonly return?: readonly ('X' | 'y')[];
}
