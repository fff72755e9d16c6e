import { squaredNorms } from '../../numeric/dots.ts';
import { columnMeans, pairwiseSum } from '../../numeric/sums.ts';
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
  /** How many rows make a few milliseconds of work. */
  readonly blockRows: number;
}

/** Multiplications between two yields. */
const BLOCK_WORK = 2 ** 21;

export function makeProblem(X: Matrix, options: Options): Problem {
  const { rows: n, cols: d } = X;
  const k = options.clusters;
  const mean = columnMeans(X);
  const data = new Float64Array(n * d);
  for (let i = 0, at = 0; i < n; i++) {
    for (let f = 0; f < d; f++, at++) data[at] = X.data[at]! - mean[f]!;
  }
  return {
    data,
    mean,
    norms: squaredNorms(data, n, d),
    n,
    d,
    k,
    maxIterations: options.maxIterations,
    tolerance: options.tol === 0 ? 0 : meanVariance({ data, rows: n, cols: d }) * options.tol,
    blockRows: Math.max(1, Math.floor(BLOCK_WORK / (k * d))),
  };
}

/** The mean of the columns' variances, from centred rows. */
function meanVariance(centered: Matrix): number {
  const squares = centered.data.map((value) => value * value);
  return pairwiseSum(columnMeans({ ...centered, data: squares })) / centered.cols;
}

/** The columns' mean taken from, or given back to, k × d centres: a new array. */
export function shifted(centers: Float64Array, mean: Float64Array, sign: 1 | -1): Float64Array {
  const d = mean.length;
  return centers.map((value, at) => value + sign * mean[at % d]!);
}
