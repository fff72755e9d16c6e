import type { Column, CsvFormat } from '../../engine/datasets/csv/types.ts';

/** Bytes from…to of a file's data. */
export type Range = readonly [from: number, to: number];

/** A column as far as the page needs to know it; its values lie in the file's data. */
export interface ColumnFacts extends Omit<Column, 'values' | 'codes' | 'texts'> {
  /** How many different texts it has. */
  readonly texts: number;
  /** Bit i of byte i >> 3 says that row i has no value; null where all have. */
  readonly holes: Uint8Array | null;
  readonly at: { readonly values: Range; readonly codes: Range; readonly texts: Range };
}

/** Where a table came from: a script can read a file by its name, and nothing else. */
export type Origin = 'file' | 'paste' | 'drawing';

interface Kept {
  /** Tells it from all others. */
  readonly digest: string;
  readonly origin: Origin;
  readonly rows: number;
  /** What it takes here. */
  readonly bytes: number;
  /** Values as bytes. A blob is a handle: a worker that gets it reads what it needs, and nothing passes through the page. */
  readonly data: Blob;
}

/** A CSV file that has been read. */
export interface KeptCsv extends Kept {
  readonly kind: 'csv';
  readonly name: string;
  readonly format: CsvFormat;
  /** What of it somebody has said, rather than the file. */
  readonly stated?: Partial<CsvFormat>;
  readonly encoding: string | null;
  readonly columns: readonly ColumnFacts[];
  readonly preview: readonly (readonly string[])[];
}

/** IDX files that have been read. */
export interface KeptIdx extends Kept {
  readonly kind: 'idx';
  readonly images: readonly string[];
  readonly labels: readonly string[] | null;
  readonly width: number;
  readonly height: number;
  /** The labels that there are, ascending. */
  readonly classes: readonly number[];
  /** Where the labels lie in the data, behind the pixels; null where there are none. */
  readonly y: Range | null;
  /** The pixels of the first images. */
  readonly preview: Uint8Array;
}

/** A file of the user's as it is kept while the page is open, in every worker and in this browser. */
export type KeptFile = KeptCsv | KeptIdx;

/** Its name, as people know it. */
export function fileName(file: KeptFile): string {
  return file.kind === 'csv' ? file.name : file.images[0]!;
}
