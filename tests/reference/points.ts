// Builds the points and labels that python/_points.py tells in a few words; see there.
import { loadTable } from '../../src/engine/datasets/load.ts';
import { firstRows, fromRows, matrix, selectColumns } from '../../src/engine/numeric/matrix.ts';
import { RandomState } from '../../src/engine/numeric/random-state.ts';
import { scale } from '../../src/engine/numeric/scalers.ts';
import type { Matrix, Params } from '../../src/engine/types.ts';

export interface PointWords {
  readonly dataset?: string;
  readonly make?: { readonly make: string } & Params;
  readonly random?: readonly [seed: number, rows: number, columns: number];
  readonly X?: readonly (readonly number[])[];
  readonly columns?: readonly number[];
  readonly rows?: number;
  readonly scaler?: 'standard' | 'minmax';
  readonly factor?: number;
  readonly shift?: number;
  /** How numpy holds the table; the values are the same. */
  readonly fortran?: boolean;
}

export type LabelWords =
  | 'y'
  | null
  | readonly number[]
  | { readonly randint: readonly [seed: number, low: number, high: number] }
  | { readonly modulo: number };

interface Points {
  readonly X: Matrix;
  readonly y: Int32Array | null;
}

async function source(words: PointWords): Promise<Points> {
  if (words.random) {
    const [seed, rows, columns] = words.random;
    return { X: matrix(rows, columns, new RandomState(seed).randomSamples(rows * columns)), y: null };
  }
  if (words.X) return { X: fromRows(words.X), y: null };
  return loadTable(words.make ?? words.dataset!);
}

export async function pointsOf(words: PointWords): Promise<Points> {
  let { X, y } = await source(words);
  if (words.columns) X = selectColumns(X, words.columns);
  if (words.rows !== undefined) {
    X = firstRows(X, words.rows);
    y = y?.subarray(0, words.rows) ?? null;
  }
  if (words.scaler) X = scale(X, words.scaler, null, words.fortran ?? false).X;
  const { factor = 1, shift = 0 } = words;
  const data = X.data.map((value) => value * factor + shift);
  return { X: { ...X, data, ...(words.fortran && { byColumns: true }) }, y };
}

export function labelsOf(words: LabelWords, { X, y }: Points): Int32Array | null {
  if (words === null) return null;
  if (words === 'y') return y;
  if ('randint' in words) {
    const random = new RandomState(words.randint[0]);
    return Int32Array.from({ length: X.rows }, () => random.randint(words.randint[1], words.randint[2]));
  }
  if ('modulo' in words) return Int32Array.from({ length: X.rows }, (_, i) => i % words.modulo);
  return Int32Array.from(words);
}
