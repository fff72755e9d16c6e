import type { Matrix } from '../types.ts';

export interface Eigen {
  /** In ascending order. */
  readonly values: Float64Array;
  /** Row i is the unit eigenvector of `values[i]`; its sign is arbitrary. */
  readonly vectors: Matrix;
}

const MAX_STEPS_PER_VALUE = 60;
/** What is nothing beside the largest entry, 1, but can still be squared. */
const TINY = 1e-150;

/**
 * All eigenvalues and eigenvectors of a symmetric n × n matrix: Householder's reduction to a tridiagonal one, then implicit
 * QR steps with Wilkinson's shift (Golub & Van Loan, Matrix Computations, 4th ed., §8.3). O(n³). Only finite entries.
 */
export function symmetricEigen(A: Matrix): Eigen {
  const n = A.rows;
  const size = A.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  const work = A.data.map((value) => value / size);
  const { diagonal, offDiagonal, basis } = tridiagonalize(work, n);
  diagonalize(diagonal, offDiagonal, basis, n);
  const order = Array.from(diagonal.keys()).sort((i, j) => diagonal[i]! - diagonal[j]!);
  const values = Float64Array.from(order, (i) => diagonal[i]! * size);
  const vectors = new Float64Array(n * n);
  for (const [to, from] of order.entries()) vectors.set(basis.subarray(from * n, (from + 1) * n), to * n);
  return { values, vectors: { data: vectors, rows: n, cols: n } };
}

interface Tridiagonal {
  readonly diagonal: Float64Array;
  readonly offDiagonal: Float64Array;
  /** R with A = Rᵀ T R; its rows turn into the eigenvectors. */
  readonly basis: Float64Array;
}

/** Overwrites `a`: column k below the diagonal keeps the Householder vector of step k. */
function tridiagonalize(a: Float64Array, n: number): Tridiagonal {
  const diagonal = new Float64Array(n);
  const offDiagonal = new Float64Array(n);
  const betas = new Float64Array(n);
  const reflectors: Float64Array[] = [];
  for (let k = 0; k < n; k++) {
    diagonal[k] = a[k * n + k]!;
    if (k === n - 1) break;
    const v = new Float64Array(n);
    for (let i = k + 1; i < n; i++) v[i] = a[i * n + k]!;
    const first = v[k + 1]!;
    const tail = sumOfSquares(v, k + 2);
    // Nothing below the subdiagonal: there is nothing to reflect, and beta stays 0.
    if (tail <= TINY * TINY) offDiagonal[k] = first;
    else {
      const norm = Math.sqrt(first * first + tail);
      offDiagonal[k] = first > 0 ? -norm : norm;
      v[k + 1] = first - offDiagonal[k]!;
      betas[k] = 2 / (v[k + 1]! * v[k + 1]! + tail);
      reflect(a, n, k + 1, v, betas[k]!);
    }
    reflectors.push(v);
  }
  return { diagonal, offDiagonal, basis: accumulate(reflectors, betas, n) };
}

function sumOfSquares(v: Float64Array, from: number): number {
  let sum = 0;
  for (let i = from; i < v.length; i++) sum += v[i]! * v[i]!;
  return sum;
}

/** A ← H A H on the rows and columns from `from`, H = I - β v vᵀ. */
function reflect(a: Float64Array, n: number, from: number, v: Float64Array, beta: number): void {
  const w = new Float64Array(n);
  let inner = 0;
  for (let i = from; i < n; i++) {
    let sum = 0;
    for (let j = from; j < n; j++) sum += a[i * n + j]! * v[j]!;
    w[i] = beta * sum;
    inner += w[i]! * v[i]!;
  }
  for (let i = from; i < n; i++) w[i]! -= 0.5 * beta * inner * v[i]!;
  for (let i = from; i < n; i++) {
    for (let j = from; j < n; j++) a[i * n + j]! -= v[i]! * w[j]! + w[i]! * v[j]!;
  }
}

/** The product of all reflections, the last one leftmost. */
function accumulate(reflectors: readonly Float64Array[], betas: Float64Array, n: number): Float64Array {
  const basis = new Float64Array(n * n);
  for (let i = 0; i < n; i++) basis[i * n + i] = 1;
  for (let k = reflectors.length - 1; k >= 0; k--) {
    const v = reflectors[k]!;
    if (betas[k] === 0) continue;
    for (let i = k + 1; i < n; i++) {
      let sum = 0;
      for (let j = k + 1; j < n; j++) sum += basis[i * n + j]! * v[j]!;
      const factor = betas[k]! * sum;
      for (let j = k + 1; j < n; j++) basis[i * n + j]! -= factor * v[j]!;
    }
  }
  return basis;
}

/** QR steps on the last unreduced block until all off-diagonal entries have vanished. */
function diagonalize(d: Float64Array, e: Float64Array, basis: Float64Array, n: number): void {
  let high = n - 1;
  let budget = MAX_STEPS_PER_VALUE * n;
  while (high > 0) {
    if (isNegligible(d, e, high - 1)) {
      e[high - 1] = 0;
      high--;
      continue;
    }
    let low = high - 1;
    while (low > 0 && !isNegligible(d, e, low - 1)) low--;
    if (budget-- === 0) throw new Error('the eigenvalues do not converge: is every entry a finite number?');
    step(d, e, basis, n, low, high);
  }
}

function isNegligible(d: Float64Array, e: Float64Array, k: number): boolean {
  return Math.abs(e[k]!) <= Number.EPSILON * (Math.abs(d[k]!) + Math.abs(d[k + 1]!)) + TINY;
}

/** One implicit QR step on rows low…high: a chain of Givens rotations that chases the bulge off the matrix. */
function step(d: Float64Array, e: Float64Array, basis: Float64Array, n: number, low: number, high: number): void {
  const half = (d[high - 1]! - d[high]!) / 2;
  const corner = e[high - 1]!;
  const shift = d[high]! - (corner * corner) / (half + (half < 0 ? -1 : 1) * Math.hypot(half, corner));
  let x = d[low]! - shift;
  let z = e[low]!;
  for (let k = low; k < high; k++) {
    const r = Math.hypot(x, z);
    const c = r === 0 ? 1 : x / r;
    const s = r === 0 ? 0 : z / r;
    if (k > low) e[k - 1] = r;
    const upper = d[k]!;
    const lower = d[k + 1]!;
    const off = e[k]!;
    d[k] = c * c * upper + 2 * c * s * off + s * s * lower;
    d[k + 1] = s * s * upper - 2 * c * s * off + c * c * lower;
    e[k] = c * s * (lower - upper) + (c * c - s * s) * off;
    if (k < high - 1) {
      x = e[k]!;
      z = s * e[k + 1]!;
      e[k + 1]! *= c;
    }
    rotate(basis, k * n, n, c, s);
  }
}

/** Rotates the row at `at` and the one below it. */
function rotate(basis: Float64Array, at: number, n: number, c: number, s: number): void {
  for (let i = at; i < at + n; i++) {
    const upper = basis[i]!;
    const lower = basis[i + n]!;
    basis[i] = c * upper + s * lower;
    basis[i + n] = c * lower - s * upper;
  }
}
