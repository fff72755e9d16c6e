/** A decimal point, or a decimal comma. */
export type Decimal = '.' | ',';

/** How a table is written. */
export interface CsvFormat {
  /** What stands between two cells. */
  readonly sep: string;
  readonly decimal: Decimal;
  /** Whether the first row holds the names of the columns. */
  readonly header: boolean;
}

/** What a column holds, as far as a choice of features needs to know. */
export type ColumnKind = 'number' | 'text' | 'mixed' | 'constant' | 'id' | 'empty';

/** One column of a table. */
export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  /** One a row; NaN where there is no number. Empty where no row has one. */
  readonly values: Float64Array;
  /** Index into `texts` where a cell is text, -1 where it is a number, -2 where it is missing; empty where there is no text. */
  readonly codes: Int32Array;
  readonly texts: readonly string[];
  readonly missing: number;
  /** Different values; counted to `MOST_DISTINCT` and no further. */
  readonly distinct: number;
  /** Of the numbers; null where there are none. */
  readonly min: number | null;
  readonly max: number | null;
  /** Where a column of numbers has something else: the first place. */
  readonly slip: { readonly line: number; readonly text: string } | null;
}

/** Different values of a column are counted so far. */
export const MOST_DISTINCT = 1000;
