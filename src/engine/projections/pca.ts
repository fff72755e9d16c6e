import type { Pause } from '../fit.ts';
import type { Helpers } from '../kernels/helpers.ts';
import { isPackable } from '../kernels/sparse.ts';
import { symmetricEigen } from '../numeric/eigen.ts';
import { matrix } from '../numeric/matrix.ts';
import { columnMeans } from '../numeric/sums.ts';
import { isPixels } from '../pixels.ts';
import type { Matrix } from '../types.ts';
import { pcaOfPixels } from './pca-pixels.ts';

/** Names as scikit-learn's, without the underscore at the end. `coords` = (X - mean) · componentsᵀ. */
export interface Pca {
  /** n × nComponents */
  readonly coords: Matrix;
  readonly mean: Float64Array;
  /** nComponents × d, unit rows; rows of zeros beyond the rank. */
  readonly components: Matrix;
  readonly explained_variance: Float64Array;
  readonly explained_variance_ratio: Float64Array;
}

/** Entries that equal the largest within this share tie for it; the first one decides the sign. */
const TIE = 1e-9;

/**
 * Principal component analysis by the eigenvectors of the covariance (or, with fewer rows than columns, of the rows' inner
 * products). Signs as scikit-learn's: the entry largest in absolute value of each component is positive. Where there are
 * fewer directions than asked for (d = 1, n = 1, constant or dependent columns) the rest is 0, where scikit-learn refuses or
 * returns the directions of its rounding errors.
 */
export function pca(X: Matrix, nComponents: number): Pca {
  const steps = pcaSteps(X, nComponents);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** `pca` in steps: of pixels it yields every few milliseconds; of anything else not at all. */
export const pcaSteps = (X: Matrix, nComponents: number) =>
  // Nothing yields a promise where there is nobody to wait for.
  helpedPcaSteps(X, nComponents, null) as Generator<null, Pca, void>;

/** The same, rows of images shared with helpers. */
export function* helpedPcaSteps(X: Matrix, nComponents: number, helpers: Helpers | null): Generator<Pause, Pca, void> {
  if (isPixels(X) && isPackable(X) && X.rows >= X.cols) return yield* pcaOfPixels(X, nComponents, orient, helpers);
  return pcaOfMatrix(X, nComponents);
}

function pcaOfMatrix(X: Matrix, nComponents: number): Pca {
  const mean = columnMeans(X);
  const centered = subtract(X, mean);
  const wide = X.rows < X.cols;
  const { values, vectors } = symmetricEigen(wide ? rowProducts(centered) : columnProducts(centered));
  const count = values.length;
  const degrees = Math.max(1, X.rows - 1);
  // An eigenvalue below this is rounding, and its direction an accident, in scikit-learn too.
  const nothing = Math.max(values[count - 1]! * count * Number.EPSILON, roundingOfMeans(mean, X.rows));
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0) / degrees;
  const components = matrix(nComponents, X.cols);
  const explained_variance = new Float64Array(nComponents);
  for (let k = 0; k < Math.min(nComponents, count); k++) {
    const value = values[count - 1 - k]!;
    if (!(value > nothing)) break;
    const row = components.data.subarray(k * X.cols, (k + 1) * X.cols);
    const vector = vectors.data.subarray((count - 1 - k) * count, (count - k) * count);
    if (wide) combineRows(centered, vector, row);
    else row.set(vector);
    orient(row);
    explained_variance[k] = value / degrees;
  }
  const explained_variance_ratio = explained_variance.map((value) => (total > 0 ? value / total : 0));
  return { coords: project(centered, components), mean, components, explained_variance, explained_variance_ratio };
}

function subtract({ data, rows, cols }: Matrix, mean: Float64Array): Matrix {
  return { data: data.map((value, at) => value - mean[at % cols]!), rows, cols };
}

/** What columns that are constant may leave as a sum of squares, as their mean is not quite their value. */
function roundingOfMeans(mean: Float64Array, n: number): number {
  return n * mean.reduce((sum, value) => sum + (n * Number.EPSILON * value) ** 2, 0);
}

/** XᵀX */
function columnProducts({ data, rows, cols }: Matrix): Matrix {
  const products = matrix(cols, cols);
  for (let i = 0; i < rows; i++) {
    const row = data.subarray(i * cols, (i + 1) * cols);
    for (let j = 0; j < cols; j++) {
      const value = row[j]!;
      if (value === 0) continue;
      for (let k = j; k < cols; k++) products.data[j * cols + k]! += value * row[k]!;
    }
  }
  return mirror(products);
}

/** XXᵀ */
function rowProducts(X: Matrix): Matrix {
  const products = matrix(X.rows, X.rows);
  for (let i = 0; i < X.rows; i++) {
    for (let j = i; j < X.rows; j++) products.data[i * X.rows + j] = inner(X, i, X, j);
  }
  return mirror(products);
}

function mirror(A: Matrix): Matrix {
  for (let i = 0; i < A.rows; i++) {
    for (let j = 0; j < i; j++) A.data[i * A.cols + j] = A.data[j * A.cols + i]!;
  }
  return A;
}

function inner(A: Matrix, i: number, B: Matrix, j: number): number {
  let sum = 0;
  for (let k = 0; k < A.cols; k++) sum += A.data[i * A.cols + k]! * B.data[j * B.cols + k]!;
  return sum;
}

/** The unit vector along Xᵀu: a principal component from an eigenvector of the rows' inner products. */
function combineRows({ data, rows, cols }: Matrix, weights: Float64Array, into: Float64Array): void {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) into[j]! += weights[i]! * data[i * cols + j]!;
  }
  const length = Math.hypot(...into);
  for (let j = 0; j < cols; j++) into[j]! /= length;
}

function orient(component: Float64Array): void {
  const largest = component.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const decisive = component.find((value) => Math.abs(value) >= largest * (1 - TIE))!;
  if (decisive < 0) for (let j = 0; j < component.length; j++) component[j] = -component[j]!;
}

function project(centered: Matrix, components: Matrix): Matrix {
  const coords = matrix(centered.rows, components.rows);
  for (let i = 0; i < centered.rows; i++) {
    for (let k = 0; k < components.rows; k++) {
      coords.data[i * components.rows + k] = inner(centered, i, components, k);
    }
  }
  return coords;
}
