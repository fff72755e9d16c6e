import { squaredNorm } from '../../numeric/dots.ts';
import { pairwiseSum } from '../../numeric/sums.ts';
import type { Matrix } from '../../types.ts';
import type { Options } from './options.ts';

/** What every run of a fit works on: the centred rows and the limits. */
export interface Problem {
  /** n × d: the rows less their mean. */
  readonly data: Float64Array;
  /** d */
  readonly mean: Float64Array;
  /** ‖row‖² of each centred row. */
  readonly norms: Float64Array;
  readonly n: number;
  readonly d: number;
  readonly k: number;
  readonly maxIterations: number;
  /** `tol` times the mean of the columns' variances: the squared shifts of the centres may sum to this. */
  readonly tolerance: number;
}

/** Multiplications between two yields: a few milliseconds. */
const BLOCK_WORK = 2 ** 21;

/** The bounds of blocks of rows, each with some milliseconds of work where a row costs `perRow` multiplications. */
export function* blocksOf(n: number, perRow: number): Generator<readonly [start: number, end: number], void, void> {
  const rows = Math.max(1, Math.floor(BLOCK_WORK / perRow));
  for (let start = 0; start < n; start += rows) yield [start, Math.min(start + rows, n)];
}

/** Centres the rows and measures them; yields after each block of rows. */
export function* makeProblem(X: Matrix, options: Options): Generator<null, Problem, void> {
  const { rows: n, cols: d } = X;
  const mean = (yield* columnSums(X, same)).map((sum) => sum / n);
  const data = new Float64Array(n * d);
  const norms = new Float64Array(n);
  for (const [start, end] of blocksOf(n, d)) {
    for (let i = start, at = start * d; i < end; i++) {
      for (let f = 0; f < d; f++, at++) data[at] = X.data[at]! - mean[f]!;
      norms[i] = squaredNorm(data, i * d, d);
    }
    yield null;
  }
  const tolerance = options.tol === 0 ? 0 : (yield* meanVariance({ data, rows: n, cols: d })) * options.tol;
  return { data, mean, norms, n, d, k: options.clusters, maxIterations: options.maxIterations, tolerance };
}

/** The mean of the columns' variances, from centred rows. */
function* meanVariance(centered: Matrix): Generator<null, number, void> {
  const squares = yield* columnSums(centered, square);
  return pairwiseSum(squares.map((sum) => sum / centered.rows)) / centered.cols;
}

const same = (value: number) => value;
const square = (value: number) => value * value;

/** `columnSums` of numeric/sums.ts with pauses, of the values or of their squares. */
function* columnSums({ data, rows, cols }: Matrix, of: (value: number) => number): Generator<null, Float64Array, void> {
  if (cols === 1) return Float64Array.of(pairwiseSum(data.map(of)));
  const sums = new Float64Array(cols);
  for (const [start, end] of blocksOf(rows, cols)) {
    for (let i = start, at = start * cols; i < end; i++) {
      for (let f = 0; f < cols; f++) sums[f]! += of(data[at++]!);
    }
    yield null;
  }
  return sums;
}

/** The columns' mean taken from, or given back to, k × d centres: a new array. */
export function shifted(centers: Float64Array, mean: Float64Array, sign: 1 | -1): Float64Array {
  const d = mean.length;
  return centers.map((value, at) => value + sign * mean[at % d]!);
}
