import type { Params } from '../types.ts';
import type { Noun } from './algorithm.ts';
import type { ParamSpecs } from './kinds.ts';

export type Scaler = 'none' | 'standard' | 'minmax' | 'unit';
export const SCALERS = ['none', 'standard', 'minmax', 'unit'] as const satisfies readonly Scaler[];

/** What the page starts with when the dataset is chosen; not scikit-learn's defaults, which stand in the algorithm's spec. */
export interface DatasetStart {
  readonly features?: readonly number[];
  readonly scaler?: Scaler;
  /** The first rows only, where all are more than a first look needs. */
  readonly rows?: number;
  /** A generator's own parameters, where the page starts it with other values than scikit-learn's defaults. */
  readonly data?: Params;
  /** By algorithm id. */
  readonly params: Readonly<Record<string, Params>>;
}

/** A piece of a Python script: what it imports, and its lines. */
export interface PythonPiece {
  readonly imports: readonly string[];
  readonly lines: readonly string[];
}

/** A dataset as data: what the page can say and offer before a row is loaded. */
export interface DatasetSpec {
  /** scikit-learn's loader or generator name: 'iris', 'make_moons'; ours for 'aniso', 'varied', 'no_structure'. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly noun: Noun;
  /** What the classes are called: "species"; null without classes. */
  readonly classNoun: string | null;
  /** Generators: their parameters. Loaded tables: empty. */
  readonly params: ParamSpecs;
  readonly generated: boolean;
  /** Columns of a loaded table, or of a generated one with its default parameters. */
  readonly featureNames: readonly string[];
  /** How many columns a generator makes of complete parameters, where they have a say in it. */
  width?(params: Params): number;
  readonly classNames: readonly string[];
  /** Number of rows of a loaded table; null where `n_samples` says it. */
  readonly rows: number | null;
  /** The value that `unit` divides by (255 for MNIST, 16 for digits); null where pixels make no sense. */
  readonly fullScale: number | null;
  /** Where a row is a picture, row by row of it: its size. */
  readonly image?: { readonly width: number; readonly height: number };
  readonly start: DatasetStart;
  /**
   * How Python comes by `X` and, where there are classes, `y`, from complete parameters. Needed only where scikit-learn has
   * no `load_<id>` and no generator called `<id>`.
   */
  python?(params: Params): PythonPiece;
}
