// The product of a matrix with its own transpose, observed as that of `dots.ts` was (docs/fidelity.md).
import { fusedMultiplyAdd } from './exact.ts';

/** `start` + a · b from entry `from` on, as one fused chain. */
function fusedDot(a: Float64Array, atA: number, b: Float64Array, atB: number, d: number, from = 0, start = 0): number {
  let dot = start;
  for (let f = from; f < d; f++) dot = fusedMultiplyAdd(a[atA + f]!, b[atB + f]!, dot);
  return dot;
}

/** The whole chain, by the columns in which the first row is not 0: the others leave a sum as it is. */
function fusedDotAt(columns: Int32Array, data: Float64Array, atA: number, atB: number): number {
  let dot = 0;
  for (let t = 0; t < columns.length; t++) {
    const y = data[atB + columns[t]!]!;
    if (y !== 0) dot = fusedMultiplyAdd(data[atA + columns[t]!]!, y, dot);
  }
  return dot;
}

/** The columns in which row i is not 0. */
export function filledColumns(data: Float64Array, i: number, d: number): Int32Array {
  const columns: number[] = [];
  for (let f = 0; f < d; f++) if (data[i * d + f] !== 0) columns.push(f);
  return Int32Array.from(columns);
}

/**
 * Row i · row j of n rows of d numbers as the product of a matrix with its own transpose has it: one fused chain, but for the
 * n mod 8 rows that are left over. Those are taken in groups of four, two and one; with rows that come in dozens they meet in
 * two lanes, or four, and what is left of the d follows in a chain.
 * @param columns `filledColumns` of row i
 */
export function selfDot(
  data: Float64Array,
  i: number,
  j: number,
  n: number,
  d: number,
  columns: Int32Array = filledColumns(data, i, d),
): number {
  const leftOver = Math.max(i, j) - (n - (n % 8));
  if (leftOver < 0 || !isOfDozen(Math.min(i, j), n)) return fusedDotAt(columns, data, i * d, j * d);
  const lanes = n % 8 >= 4 && leftOver < 4 ? 2 : 4;
  const lane = new Float64Array(4);
  const whole = d - (d % lanes);
  for (let f = 0; f < whole; f++) {
    const at = f % lanes;
    lane[at] = fusedMultiplyAdd(data[i * d + f]!, data[j * d + f]!, lane[at]!);
  }
  const sum = lane[0]! + lane[1]! + (lane[2]! + lane[3]!);
  return fusedDot(data, i * d, data, j * d, d, whole, sum);
}

/** Rows are taken in panels of up to 192, and in them in dozens; the last panel is taken in blocks of 32, so two dozens and eight. */
function isOfDozen(row: number, n: number): boolean {
  let start = 0;
  let size = 192;
  for (; n - start > 192; start += size) {
    size = n - start >= 384 ? 192 : 32 * Math.ceil((n - start) / 64);
    if (row < start + size) return row - start < size - (size % 12);
  }
  const block = row - (row % 32);
  const rows = Math.min(32, n - block);
  return row - block < rows - (rows % 12);
}
