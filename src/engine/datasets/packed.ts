import type { Matrix } from '../types.ts';

/** A table as text, small enough to travel as a module of its own. */
export interface PackedTable {
  readonly columns: number;
  /** 'decimals': numbers between blanks; 'letters': a letter a value, 'a' for 0; a line a row in both. */
  readonly encoding: 'decimals' | 'letters';
  readonly values: string;
  /** A digit a row: the index of its class. */
  readonly classes: string;
}

/** Reads a packed table: its values (rows × columns) and the class of each row. */
export function unpack(packed: PackedTable): { X: Matrix; y: Int32Array } {
  const y = Int32Array.from(packed.classes, Number);
  const data = packed.encoding === 'letters' ? readLetters(packed.values) : readDecimals(packed.values);
  return { X: { data, rows: y.length, cols: packed.columns }, y };
}

function readDecimals(values: string): Float64Array {
  return Float64Array.from(values.split(/\s/), Number);
}

function readLetters(values: string): Float64Array {
  return Float64Array.from(values.replaceAll('\n', ''), (letter) => letter.charCodeAt(0) - 97);
}
