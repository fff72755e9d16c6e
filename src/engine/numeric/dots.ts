// Dot products in the very order and rounding in which scikit-learn gets them: where two distances tie but for their last
// bits, the order decides which is smaller. Observed with OpenBLAS 0.3.31 on processors with AVX-512 (docs/fidelity.md).
import { fusedMultiplyAdd } from './exact.ts';

/** Σ aᵢ² of the d entries from `start` on, as numpy's einsum adds them up: two lanes, blocks of eight from their far end. */
export function squaredNorm(data: Float64Array, start: number, d: number): number {
  let even = 0;
  let odd = 0;
  let i = start;
  const end = start + d;
  for (; end - i >= 8; i += 8) {
    for (let at = i + 6; at >= i; at -= 2) {
      even += data[at]! * data[at]!;
      odd += data[at + 1]! * data[at + 1]!;
    }
  }
  for (; i < end; i += 2) {
    even += data[i]! * data[i]!;
    if (i + 1 < end) odd += data[i + 1]! * data[i + 1]!;
  }
  return even + odd;
}

/** `squaredNorm` of each row of an n × d array, into `norms`. */
export function squaredNorms(
  data: Float64Array,
  n: number,
  d: number,
  norms: Float64Array = new Float64Array(n),
): Float64Array {
  for (let i = 0; i < n; i++) norms[i] = squaredNorm(data, i * d, d);
  return norms;
}

/** The same of a table that numpy holds column by column: one column after the other. */
export function squaredNormsByColumns(data: Float64Array, n: number, d: number): Float64Array {
  const norms = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let at = i * d; at < (i + 1) * d; at++) norms[i]! += data[at]! * data[at]!;
  }
  return norms;
}

/** a · b in four sums, which processors add up at once. Its rounding is nobody else's: for where the last bits do not matter. */
export function quickDot(a: Float64Array, atA: number, b: Float64Array, atB: number, d: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  const whole = d - (d % 4);
  for (let f = 0; f < whole; f += 4) {
    s0 += a[atA + f]! * b[atB + f]!;
    s1 += a[atA + f + 1]! * b[atB + f + 1]!;
    s2 += a[atA + f + 2]! * b[atB + f + 2]!;
    s3 += a[atA + f + 3]! * b[atB + f + 3]!;
  }
  for (let f = whole; f < d; f++) s0 += a[atA + f]! * b[atB + f]!;
  return s0 + s1 + (s2 + s3);
}

/**
 * How a matrix product adds up one of its entries: one chain of fused multiply-adds; or, where the product is small and its
 * inner side long, eight lanes that are then added up by neighbours, or by halves in the corner that blocks of four leave over.
 */
export type Order = 'chain' | 'neighbors' | 'halves';

/** The order for the entry (`row`, `col`) of a rows × d by d × cols product. */
export function orderOf(d: number, row: number, rows: number, col: number, cols: number): Order {
  if (d < 32 || rows * cols > 1200) return 'chain';
  return row >= rows - (rows % 4) && col >= cols - (cols % 4) ? 'halves' : 'neighbors';
}

/** a · b of d entries from `atA` and `atB` on, as a matrix product has it. */
export function gemmDot(a: Float64Array, atA: number, b: Float64Array, atB: number, d: number, order: Order): number {
  if (order !== 'chain') return eightLaneDot(a, atA, b, atB, d, order);
  let dot = 0;
  for (let f = 0; f < d; f++) dot = fusedMultiplyAdd(a[atA + f]!, b[atB + f]!, dot);
  return dot;
}

function eightLaneDot(a: Float64Array, atA: number, b: Float64Array, atB: number, d: number, order: Order): number {
  const lane = new Float64Array(8);
  for (let f = 0; f < d; f++) lane[f & 7] = fusedMultiplyAdd(a[atA + f]!, b[atB + f]!, lane[f & 7]!);
  const [l0, l1, l2, l3, l4, l5, l6, l7] = lane as unknown as Eight;
  return order === 'neighbors'
    ? l0 + l1 + (l2 + l3) + (l4 + l5 + (l6 + l7))
    : l0 + l4 + (l2 + l6) + (l1 + l5 + (l3 + l7));
}
type Eight = readonly [number, number, number, number, number, number, number, number];

/** a · b as a product of a matrix with one vector has it: four lanes, and the one to three entries left over on their own. */
export function gemvDot(a: Float64Array, atA: number, b: Float64Array, atB: number, d: number): number {
  const lane = new Float64Array(4);
  const whole = d - (d % 4);
  for (let f = 0; f < whole; f++) lane[f & 3] = fusedMultiplyAdd(a[atA + f]!, b[atB + f]!, lane[f & 3]!);
  return withTail(a, atA, b, atB, d, lane[0]! + lane[2]! + (lane[1]! + lane[3]!));
}

/** `body`, the sum of the entries that go in fours, and the one to three left over. */
function withTail(a: Float64Array, atA: number, b: Float64Array, atB: number, d: number, body: number): number {
  const whole = d - (d % 4);
  const product = (f: number, plus: number) => fusedMultiplyAdd(a[atA + f]!, b[atB + f]!, plus);
  if (d - whole === 0) return body;
  if (d - whole === 1) return product(whole, body);
  const pair = product(whole, product(whole + 1, 0));
  return body + (d - whole === 2 ? pair : product(whole + 2, pair));
}

/**
 * Row `row` of a matrix of `rows` rows, which starts at `a[atA]`, times a vector: `gemvDot` for rows that go in fours; of those
 * left over first a pair, in two lanes, then a last one, in four, without fused products. A single row is a vector.
 */
export function gemvRowDot(
  row: number,
  rows: number,
  a: Float64Array,
  atA: number,
  b: Float64Array,
  atB: number,
  d: number,
): number {
  if (rows === 1) return vectorDot(a, atA, b, atB, d);
  if (row < rows - (rows % 4)) return gemvDot(a, atA, b, atB, d);
  const lane = new Float64Array(4);
  const mask = row < rows - (rows % 2) ? 1 : 3;
  for (let f = 0; f < d - (d % 4); f++) lane[f & mask] = lane[f & mask]! + a[atA + f]! * b[atB + f]!;
  return withTail(a, atA, b, atB, d, lane[0]! + lane[2]! + (lane[1]! + lane[3]!));
}

/** a · b of two vectors: sixteen lanes (in steps of 32, each in two halves, as far as they go), and a fused chain for what is left. */
export function vectorDot(a: Float64Array, atA: number, b: Float64Array, atB: number, d: number): number {
  const whole = d - (d % 16);
  let dot = whole === 0 ? a[atA]! * b[atB]! : lanesDot(a, atA, b, atB, whole);
  for (let f = whole || 1; f < d; f++) dot = fusedMultiplyAdd(a[atA + f]!, b[atB + f]!, dot);
  return dot;
}

function lanesDot(a: Float64Array, atA: number, b: Float64Array, atB: number, d: number): number {
  const wide = new Float64Array(32);
  const whole = d - (d % 32);
  for (let f = 0; f < whole; f++) wide[f & 31] = fusedMultiplyAdd(a[atA + f]!, b[atB + f]!, wide[f & 31]!);
  const lane = new Float64Array(16);
  for (let i = 0; i < 16; i++) lane[i] = wide[8 * (i >> 2) + (i & 3)]! + wide[8 * (i >> 2) + (i & 3) + 4]!;
  for (let f = whole; f < d; f++) lane[f & 15] = fusedMultiplyAdd(a[atA + f]!, b[atB + f]!, lane[f & 15]!);
  for (let i = 0; i < 4; i++) lane[i] = lane[i]! + lane[i + 4]! + lane[i + 8]! + lane[i + 12]!;
  return lane[0]! + lane[2]! + (lane[1]! + lane[3]!);
}

/**
 * The sum of `values` as the product of a matrix with a vector of ones has it for row `row` of `rows`: four lanes, or two for
 * a pair of rows that is left over when they are taken in fours; one sum for each 2048 entries; the last one to three apart.
 */
export function gemvSum(values: Float64Array, row: number, rows: number): number {
  const whole = values.length - (values.length % 4);
  const isPair = row < rows - (rows % 2) && row >= rows - (rows % 4);
  let sum = 0;
  for (let start = 0; start < whole; start += 2048) {
    const end = Math.min(start + 2048, whole);
    sum += isPair ? twoLaneSum(values, start, end) : fourLaneSum(values, start, end);
  }
  const left = values.length - whole;
  if (left === 0) return sum;
  if (left === 1) return sum + values[whole]!;
  const pair = values[whole + 1]! + values[whole]!;
  return sum + (left === 2 ? pair : pair + values[whole + 2]!);
}

function twoLaneSum(values: Float64Array, start: number, end: number): number {
  let s0 = 0;
  let s1 = 0;
  for (let i = start; i < end; i += 2) {
    s0 += values[i]!;
    s1 += values[i + 1]!;
  }
  return s0 + s1;
}

function fourLaneSum(values: Float64Array, start: number, end: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let i = start; i < end; i += 4) {
    s0 += values[i]!;
    s1 += values[i + 1]!;
    s2 += values[i + 2]!;
    s3 += values[i + 3]!;
  }
  return s0 + s2 + (s1 + s3);
}
