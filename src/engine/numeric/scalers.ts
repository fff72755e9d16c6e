import type { Scaler } from '../spec/dataset.ts';
import { type Matrix, RecipeError } from '../types.ts';
import { columnSums, columnSumsInFortranOrder } from './sums.ts';

const EPSILON = Number.EPSILON;

/** `X` is scaled; (value - offset) / scale takes a value there and value * scale + offset takes it back. */
export interface Scaled {
  readonly X: Matrix;
  /** One number a column. */
  readonly offset: Float64Array;
  /** One number a column, never 0. */
  readonly scale: Float64Array;
}

/**
 * Scales each column as scikit-learn's `StandardScaler` ('standard') and `MinMaxScaler` ('minmax') do, bit for bit, or
 * divides by the value of a full pixel ('unit', `fullScale`). 'none' returns the very same matrix, the others a new one.
 * A constant column keeps scale 1.
 * @param fortranOrder whether numpy would hold the table column by column, as it holds `X[:, [2, 3]]`: it then adds in
 * another order
 * @throws RecipeError naming `scaler` if the table has no pixels.
 */
export function scale(X: Matrix, scaler: Scaler, fullScale: number | null, fortranOrder = false): Scaled {
  switch (scaler) {
    case 'none':
      return { X, offset: new Float64Array(X.cols), scale: new Float64Array(X.cols).fill(1) };
    case 'standard':
      return standard(X, fortranOrder ? columnSumsInFortranOrder : columnSums);
    case 'minmax':
      return minmax(X);
    case 'unit':
      return unit(X, fullScale);
  }
}

type Sums = (X: Matrix) => Float64Array;

function standard(X: Matrix, sums: Sums): Scaled {
  const { mean, variance } = meanAndVariance(X, sums);
  const deviation = variance.map((value, j) => (isConstant(value, mean[j]!, X.rows) ? 1 : Math.sqrt(value)));
  const scaled = mapColumns(X, (value, j) => (value - mean[j]!) / deviation[j]!);
  return { X: scaled, offset: mean, scale: deviation };
}

/** scikit-learn multiplies by 1 / range and then adds; to subtract and divide would end in other last digits. */
function minmax(X: Matrix): Scaled {
  const { low, high } = extremes(X);
  const range = high.map((value, j) => (value - low[j]! < 10 * EPSILON ? 1 : value - low[j]!));
  const factor = range.map((value) => 1 / value);
  const shift = low.map((value, j) => 0 - value * factor[j]!);
  const scaled = mapColumns(X, (value, j) => value * factor[j]! + shift[j]!);
  return { X: scaled, offset: low, scale: range };
}

function unit(X: Matrix, fullScale: number | null): Scaled {
  if (fullScale === null) throw new RecipeError('scaler', "'unit' needs pixels; use 'standard' or 'minmax'");
  return {
    X: mapColumns(X, (value) => value / fullScale),
    offset: new Float64Array(X.cols),
    scale: new Float64Array(X.cols).fill(fullScale),
  };
}

/**
 * Mean and population variance of each column by the corrected two-pass algorithm (Chan, Golub & LeVeque 1983,
 * "Algorithms for computing the sample variance"), with numpy's order of additions.
 */
function meanAndVariance(X: Matrix, sums: Sums): { mean: Float64Array; variance: Float64Array } {
  const n = X.rows;
  const mean = sums(X).map((sum) => sum / n);
  const deviations = mapColumns(X, (value, j) => value - mean[j]!);
  const left = sums(deviations);
  const squares = sums(mapColumns(deviations, (value) => value * value));
  return { mean, variance: squares.map((sum, j) => (sum - (left[j]! * left[j]!) / n) / n) };
}

/** Whether a variance is within the error bound of the two-pass algorithm, so that the column must be called constant. */
function isConstant(variance: number, mean: number, n: number): boolean {
  return variance <= n * EPSILON * variance + (n * mean * EPSILON) ** 2;
}

function extremes({ data, rows, cols }: Matrix): { low: Float64Array; high: Float64Array } {
  const low = new Float64Array(cols).fill(Number.POSITIVE_INFINITY);
  const high = new Float64Array(cols).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0, at = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++, at++) {
      if (data[at]! < low[j]!) low[j] = data[at]!;
      if (data[at]! > high[j]!) high[j] = data[at]!;
    }
  }
  return { low, high };
}

function mapColumns({ data, rows, cols }: Matrix, change: (value: number, column: number) => number): Matrix {
  const changed = new Float64Array(data.length);
  for (let i = 0, at = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++, at++) changed[at] = change(data[at]!, j);
  }
  return { data: changed, rows, cols };
}
