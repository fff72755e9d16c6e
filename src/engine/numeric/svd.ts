/** A = U diag(s) Vᵀ of a square k × k matrix; all row-major. */
export interface Svd {
  readonly U: Float64Array;
  /** Not sorted. */
  readonly s: Float64Array;
  readonly V: Float64Array;
}

const MAX_SWEEPS = 60;

/**
 * The singular values and vectors of a small square matrix: M. R. Hestenes, "Inversion of matrices by biorthogonalization",
 * J. SIAM 6 (1958) 51–90. Columns are turned in pairs until all are orthogonal. Where singular values vanish, the columns of
 * U are any that complete the others.
 */
export function svd(A: Float64Array, k: number): Svd {
  const U = A.slice();
  const V = new Float64Array(k * k);
  for (let i = 0; i < k; i++) V[i * k + i] = 1;
  let turned = true;
  for (let sweep = 0; turned && sweep < MAX_SWEEPS; sweep++) {
    turned = false;
    for (let p = 0; p < k; p++) for (let q = p + 1; q < k; q++) if (turnPair(U, V, k, p, q)) turned = true;
  }
  const s = new Float64Array(k);
  for (let j = 0; j < k; j++) s[j] = Math.sqrt(columnDot(U, k, j, j));
  const most = Math.max(...s);
  for (let j = 0; j < k; j++) {
    if (s[j]! > k * Number.EPSILON * most) for (let i = 0; i < k; i++) U[i * k + j]! /= s[j]!;
    else s[j] = 0;
  }
  for (let j = 0; j < k; j++) if (s[j] === 0) complete(U, k, j, s);
  return { U, s, V };
}

function turnPair(U: Float64Array, V: Float64Array, k: number, p: number, q: number): boolean {
  const alpha = columnDot(U, k, p, p);
  const beta = columnDot(U, k, q, q);
  const gamma = columnDot(U, k, p, q);
  if (Math.abs(gamma) <= Number.EPSILON * Math.sqrt(alpha * beta)) return false;
  const zeta = (beta - alpha) / (2 * gamma);
  const t = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.hypot(1, zeta));
  const c = 1 / Math.hypot(1, t);
  for (const M of [U, V]) {
    for (let i = 0; i < k; i++) {
      const x = M[i * k + p]!;
      const y = M[i * k + q]!;
      M[i * k + p] = c * (x - t * y);
      M[i * k + q] = c * (t * x + y);
    }
  }
  return true;
}

function columnDot(M: Float64Array, k: number, p: number, q: number): number {
  let sum = 0;
  for (let i = 0; i < k; i++) sum += M[i * k + p]! * M[i * k + q]!;
  return sum;
}

/** Column j becomes a unit vector orthogonal to all finished columns (those with s > 0, and those before j). */
function complete(U: Float64Array, k: number, j: number, s: Float64Array): void {
  for (let axis = 0; axis < k; axis++) {
    for (let i = 0; i < k; i++) U[i * k + j] = i === axis ? 1 : 0;
    for (let turn = 0; turn < 2; turn++) {
      for (let other = 0; other < k; other++) {
        if (other === j || (s[other] === 0 && other > j)) continue;
        const share = columnDot(U, k, other, j);
        for (let i = 0; i < k; i++) U[i * k + j]! -= share * U[i * k + other]!;
      }
    }
    const length = Math.sqrt(columnDot(U, k, j, j));
    if (length < 0.5 / k) continue;
    for (let i = 0; i < k; i++) U[i * k + j]! /= length;
    return;
  }
}

/** A · Bᵀ of two k × k matrices. */
export function timesTransposed(A: Float64Array, B: Float64Array, k: number): Float64Array {
  const product = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      for (let t = 0; t < k; t++) product[i * k + j]! += A[i * k + t]! * B[j * k + t]!;
    }
  }
  return product;
}
