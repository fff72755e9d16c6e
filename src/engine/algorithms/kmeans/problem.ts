import { blocksOf, type Points } from '../../numeric/centers/points.ts';
import { columnMeans, meanVariance } from '../../numeric/centers/variance.ts';
import { squaredNorm } from '../../numeric/dots.ts';
import type { Matrix } from '../../types.ts';
import type { Options } from './options.ts';

/** What every run of a fit works on: the centred rows and the limits. */
export interface Problem extends Points {
  /** n × d: the rows less their mean. */
  readonly data: Float64Array;
  /** d */
  readonly mean: Float64Array;
  readonly k: number;
  readonly maxIterations: number;
  /** `tol` times the mean of the columns' variances: the squared shifts of the centres may sum to this. */
  readonly tolerance: number;
}

/** Centres the rows and measures them; yields after each block of rows. */
export function* makeProblem(X: Matrix, options: Options): Generator<null, Problem, void> {
  const { rows: n, cols: d } = X;
  const mean = yield* columnMeans(X);
  const data = new Float64Array(n * d);
  const norms = new Float64Array(n);
  for (const [start, end] of blocksOf(n, d)) {
    for (let i = start, at = start * d; i < end; i++) {
      for (let f = 0; f < d; f++, at++) data[at] = X.data[at]! - mean[f]!;
      norms[i] = squaredNorm(data, i * d, d);
    }
    yield null;
  }
  const tolerance = options.tol === 0 ? 0 : (yield* meanVariance(X, mean)) * options.tol;
  return { data, mean, norms, n, d, k: options.clusters, maxIterations: options.maxIterations, tolerance };
}

/** The columns' mean taken from, or given back to, k × d centres: a new array. */
export function shifted(centers: Float64Array, mean: Float64Array, sign: 1 | -1): Float64Array {
  const d = mean.length;
  return centers.map((value, at) => value + sign * mean[at % d]!);
}
