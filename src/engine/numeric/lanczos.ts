import { symmetricEigen } from './eigen.ts';
import { matrix } from './matrix.ts';

/** Eigenvalues in descending order, and their unit vectors, a row each. */
export interface TopEigen {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

/** A pair counts as found when A·v differs from value·v by less than this share of the largest value. */
const ENOUGH = 1e-13;
const BETWEEN_CHECKS = 10;

/**
 * The `count` largest eigenvalues of a symmetric n × n matrix and their vectors, by Lanczos's method with every vector made
 * orthogonal to all before it, twice (C. Lanczos 1950; B. N. Parlett, "The symmetric eigenvalue problem", ch. 13). Yields after
 * each product.
 */
export function* topEigen(A: Float64Array, n: number, count: number): Generator<null, TopEigen, void> {
  const basis: Float64Array[] = [];
  const diagonal: number[] = [];
  const beside: number[] = [];
  let next: Float64Array = Float64Array.from({ length: n }, (_, i) => 1 + Math.sin(i + 1));
  scaleBy(next, 1 / length(next));
  for (;;) {
    basis.push(next);
    const image = times(A, n, next);
    yield null;
    diagonal.push(dot(image, next));
    for (let pass = 0; pass < 2; pass++) for (const one of basis) subtract(image, one, dot(image, one));
    const rest = length(image);
    const size = basis.length;
    const isAll = size === n || rest <= 1e-15 * Math.max(...diagonal.map(Math.abs), 1e-300);
    if (isAll || size % BETWEEN_CHECKS === 0) {
      const found = ritz(basis, diagonal, beside, rest, count);
      if (isAll || found.error <= ENOUGH * Math.abs(found.values[0]!)) return found;
    }
    beside.push(rest);
    scaleBy(image, 1 / rest);
    next = image;
  }
}

/** The eigenpairs of A within the span of the basis, and how wrong the worst of them may be. */
function ritz(basis: readonly Float64Array[], diagonal: number[], beside: number[], rest: number, count: number) {
  const size = basis.length;
  const n = basis[0]!.length;
  const small = matrix(size, size);
  for (let i = 0; i < size; i++) {
    small.data[i * size + i] = diagonal[i]!;
    if (i + 1 < size) small.data[i * size + i + 1] = small.data[(i + 1) * size + i] = beside[i]!;
  }
  const { values: all, vectors: weights } = symmetricEigen(small);
  const values = new Float64Array(count);
  const vectors = new Float64Array(count * n);
  let error = 0;
  for (let k = 0; k < Math.min(count, size); k++) {
    const row = size - 1 - k;
    values[k] = all[row]!;
    for (let j = 0; j < size; j++) {
      const weight = weights.data[row * size + j]!;
      for (let i = 0; i < n; i++) vectors[k * n + i]! += weight * basis[j]![i]!;
    }
    error = Math.max(error, Math.abs(rest * weights.data[row * size + size - 1]!));
  }
  return { values, vectors, error };
}

function times(A: Float64Array, n: number, v: Float64Array): Float64Array {
  const image = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let [s0, s1, s2, s3] = [0, 0, 0, 0];
    let at = i * n;
    let j = 0;
    for (; j + 4 <= n; j += 4, at += 4) {
      s0 += A[at]! * v[j]!;
      s1 += A[at + 1]! * v[j + 1]!;
      s2 += A[at + 2]! * v[j + 2]!;
      s3 += A[at + 3]! * v[j + 3]!;
    }
    for (; j < n; j++, at++) s0 += A[at]! * v[j]!;
    image[i] = s0 + s1 + (s2 + s3);
  }
  return image;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

const length = (v: Float64Array) => Math.sqrt(dot(v, v));

function scaleBy(v: Float64Array, factor: number): void {
  for (let i = 0; i < v.length; i++) v[i]! *= factor;
}

function subtract(from: Float64Array, v: Float64Array, factor: number): void {
  for (let i = 0; i < v.length; i++) from[i]! -= factor * v[i]!;
}
