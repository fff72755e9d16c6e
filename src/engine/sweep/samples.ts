import { takeRows } from '../numeric/matrix.ts';
import { RandomState } from '../numeric/random-state.ts';
import type { Sample } from '../spec/sweep.ts';
import { type Matrix, UNASSIGNED } from '../types.ts';

/** The points of a sample. */
export interface Drawn {
  readonly X: Matrix;
  /** The row of the dataset that each point is; null for points that are none. */
  readonly rows: Int32Array | null;
}

/** Draws a sample: `RandomState(seed).choice(n, n)`, or `RandomState(seed).uniform(low, high, (n, d))`. */
export function draw(X: Matrix, { kind, seed }: Sample): Drawn {
  const random = new RandomState(seed);
  if (kind === 'uniform') return { X: evenOver(X, random), rows: null };
  const rows = random.choice(X.rows, { size: X.rows });
  return { X: takeRows(X, rows), rows };
}

/** As many points, evenly over the box of the rows: reference (a) of Tibshirani, Walther & Hastie 2001, §3. */
function evenOver({ data, rows, cols }: Matrix, random: RandomState): Matrix {
  const low = data.slice(0, cols);
  const high = data.slice(0, cols);
  for (let at = 0; at < rows * cols; at++) {
    const column = at % cols;
    low[column] = Math.min(low[column]!, data[at]!);
    high[column] = Math.max(high[column]!, data[at]!);
  }
  const drawn = new Float64Array(rows * cols);
  for (let at = 0; at < drawn.length; at++) drawn[at] = random.uniform(low[at % cols]!, high[at % cols]!);
  return { data: drawn, rows, cols };
}

/** The labels of the rows that were drawn, UNASSIGNED for the others. A row that was drawn twice has its first label. */
export function labelsOfRows(rows: Int32Array, labels: Int32Array, n: number): Int32Array {
  const own = new Int32Array(n).fill(UNASSIGNED);
  for (let at = rows.length - 1; at >= 0; at--) own[rows[at]!] = labels[at]!;
  return own;
}
