import { Blocks } from './memory.ts';
import type { SparseRows } from './sparse.ts';

/** As AXES and PROJECTED in assembly/project.ts. */
export const AXES = 32;
export const PROJECTED = 36;
/** Rows that the axes are fitted to: any axes give valid bounds, good ones give tight bounds. */
const SAMPLE = 1_500;
const ROUNDS = 4;
const BLOCK_ROWS = 4_000;

/** Rows in few dimensions, from which distances can be told to be at least so much. */
export interface Projection {
  /** Addresses: d × AXES float64, AXES float64, d float64, n × PROJECTED float32. */
  readonly axes: number;
  readonly shift: number;
  readonly twiceMean: number;
  readonly meanNorm: number;
  readonly rows: number;
}

const projections = new WeakMap<SparseRows, Projection>();

/**
 * The rows on their AXES main axes, once for the same rows; null where they have no more columns than that. What lies beyond
 * the axes counts by its length: ‖x - y‖² ≥ ‖Px - Py‖² + (‖x - Px‖ - ‖y - Py‖)². Yields between blocks of rows.
 */
export function* projectionOf(rows: SparseRows): Generator<null, Projection | null, void> {
  const known = projections.get(rows);
  if (known || rows.d <= AXES) return known ?? null;
  const { memory, n, d } = rows;
  const basis = yield* mainAxes(rows);
  const mean = rows.columnSums.map((sum) => sum / n);
  const blocks = new Blocks(memory);
  const projection = {
    axes: blocks.take(8 * d * AXES),
    shift: blocks.take(8 * AXES),
    twiceMean: blocks.take(8 * d),
    meanNorm: mean.reduce((sum, value) => sum + value * value, 0),
    rows: blocks.take(4 * n * PROJECTED),
  };
  memory.f64(projection.axes, d * AXES).set(basis);
  memory.f64(projection.twiceMean, d).set(mean.map((value) => 2 * value));
  const shift = memory.f64(projection.shift, AXES);
  for (let m = 0; m < AXES; m++) {
    shift[m] = 0;
    for (let f = 0; f < d; f++) shift[m]! += mean[f]! * basis[f * AXES + m]!;
  }
  const { axes, shift: shiftAt, twiceMean, meanNorm, rows: into } = projection;
  for (let from = 0; from < n; from += BLOCK_ROWS) {
    const to = Math.min(n, from + BLOCK_ROWS);
    memory.kernels.projectRows(
      from,
      to,
      rows.starts,
      rows.columns,
      rows.values,
      rows.norms,
      axes,
      shiftAt,
      twiceMean,
      meanNorm,
      into,
    );
    yield null;
  }
  projections.set(rows, projection);
  return projection;
}

/** How wrong a bound may be by the roundings of float32, where no distance from the mean is larger than `largest`. */
export function slackOfBounds(largest: number): number {
  return 8e-6 * largest;
}

/** d × AXES, orthonormal columns: near the main axes of a sample, by power iteration. */
function* mainAxes(rows: SparseRows): Generator<null, Float64Array, void> {
  const { d } = rows;
  const covariance = yield* sampleCovariance(rows);
  const basis = new Float64Array(d * AXES);
  // Any start will do that is not orthogonal to them.
  for (let at = 0; at < basis.length; at++) basis[at] = Math.sin(at * at + 1);
  orthonormalize(basis, d);
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Float64Array(d * AXES);
    for (let i = 0; i < d; i++) {
      for (let j = 0; j < d; j++) {
        const value = covariance[i * d + j]!;
        if (value === 0) continue;
        for (let m = 0; m < AXES; m++) next[i * AXES + m]! += value * basis[j * AXES + m]!;
      }
      if (i % 100 === 99) yield null;
    }
    basis.set(next);
    orthonormalize(basis, d);
  }
  return basis;
}

function* sampleCovariance(rows: SparseRows): Generator<null, Float64Array, void> {
  const { memory, n, d } = rows;
  const { buffer } = memory.kernels.memory;
  const starts = new Int32Array(buffer, rows.starts, n + 1);
  const columns = new Uint16Array(buffer, rows.columns, starts[n]!);
  const values = new Uint8Array(buffer, rows.values, starts[n]!);
  const count = Math.min(n, SAMPLE);
  const products = new Float64Array(d * d);
  const sums = new Float64Array(d);
  for (let s = 0; s < count; s++) {
    const i = Math.floor((s * n) / count);
    for (let a = starts[i]!; a < starts[i + 1]!; a++) {
      const value = values[a]!;
      const line = columns[a]! * d;
      sums[columns[a]!]! += value;
      for (let b = starts[i]!; b < starts[i + 1]!; b++) products[line + columns[b]!]! += value * values[b]!;
    }
    if (s % 100 === 99) yield null;
  }
  for (let i = 0; i < d; i++) {
    for (let j = 0; j < d; j++) products[i * d + j]! -= (sums[i]! * sums[j]!) / count;
  }
  return products;
}

/** Gram and Schmidt, twice; a column that vanishes becomes zero, which is as good as no axis. */
function orthonormalize(basis: Float64Array, d: number): void {
  for (let m = 0; m < AXES; m++) {
    const before = lengthOf(basis, m, d);
    for (let pass = 0; pass < 2; pass++) {
      for (let other = 0; other < m; other++) {
        let dot = 0;
        for (let f = 0; f < d; f++) dot += basis[f * AXES + m]! * basis[f * AXES + other]!;
        for (let f = 0; f < d; f++) basis[f * AXES + m]! -= dot * basis[f * AXES + other]!;
      }
    }
    const length = lengthOf(basis, m, d);
    const factor = length > 1e-9 * before ? 1 / length : 0;
    for (let f = 0; f < d; f++) basis[f * AXES + m]! *= factor;
  }
}

function lengthOf(basis: Float64Array, m: number, d: number): number {
  let sum = 0;
  for (let f = 0; f < d; f++) sum += basis[f * AXES + m]! ** 2;
  return Math.sqrt(sum);
}
