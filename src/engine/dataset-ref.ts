import type { Params } from './types.ts';

/** A generator and its parameters. */
export type MadeRef = { readonly make: string } & Params;

/** Own points, all of them in the recipe. */
export interface PointsRef {
  readonly X: readonly (readonly number[])[];
  readonly y?: readonly (number | string)[];
  /** One name a column; x0, x1, … where they are left out. */
  readonly feature_names?: readonly string[];
}

/**
 * A CSV file: its path in the terminal; in the page its name, of a table that was opened there. What is left out of how it is
 * written is found out.
 */
export interface CsvRef {
  readonly csv: string;
  /** The column with the true classes. */
  readonly target?: string;
  /** The columns that make the table; omitted: all columns of numbers. */
  readonly columns?: readonly string[];
  /** What stands between two cells, as pandas calls it. */
  readonly sep?: string;
  readonly decimal?: '.' | ',';
  /** Whether the first row holds the names. */
  readonly header?: boolean;
  /** pandas' name of an encoding that is not UTF-8. */
  readonly encoding?: string;
  /** What tells this file from another of the same name. */
  readonly digest?: string;
}

/** Files of images in the format of MNIST, gzipped or not: paths in the terminal, names in the page. Several are one after the other. */
export interface IdxRef {
  readonly idx: readonly string[];
  /** Their labels, in the same order. */
  readonly labels?: readonly string[];
  /** The images lie on their sides, as EMNIST's do: width and height change places. */
  readonly transposed?: boolean;
  readonly digest?: string;
}

/** `"iris"`, `{ make: "make_moons", noise: 0.05 }`, own points, a CSV file, or IDX files of images. */
export type DatasetRef = string | MadeRef | PointsRef | CsvRef | IdxRef;

/** The largest value of a pixel in an IDX file: what the scaler `unit` divides by. */
export const IDX_FULL_SCALE = 255;

export function isMade(ref: DatasetRef): ref is MadeRef {
  return typeof ref === 'object' && 'make' in ref;
}

export function isPoints(ref: DatasetRef): ref is PointsRef {
  return typeof ref === 'object' && !isMade(ref) && 'X' in ref;
}

export function isCsv(ref: DatasetRef): ref is CsvRef {
  return typeof ref === 'object' && !isMade(ref) && 'csv' in ref;
}

export function isIdx(ref: DatasetRef): ref is IdxRef {
  return typeof ref === 'object' && !isMade(ref) && 'idx' in ref;
}

/** Whether the rows come from a file of the user's. */
export function isFile(ref: DatasetRef): ref is CsvRef | IdxRef {
  return isCsv(ref) || isIdx(ref);
}
