import { symmetricEigen } from './eigen.ts';
import { RandomState } from './random-state.ts';

/** A symmetric n × n matrix L with eigenvalues from 0 to 2, such as a normalised graph Laplacian. */
export interface Laplacian {
  readonly n: number;
  /** out[j] ← L v[j] for a few vectors at once: a large matrix is then read only once for all of them. */
  multiply(v: readonly Float64Array[], out: readonly Float64Array[]): Generator<null, void, void>;
  /** Factorises L + σ I for a small σ; null where that is out of reach. */
  readonly factorize: (() => Generator<null, Inverse, void>) | null;
  /** Whether to factorise at once; otherwise only where it is quicker than what lies ahead without. */
  readonly isCheap: boolean;
  /** How many vectors could be multiplied with L in the time that a factorisation takes. */
  readonly worth: number;
}

/** v[j] ← (L + σ I)⁻¹ v[j] */
export type Inverse = (v: readonly Float64Array[]) => void;

export interface EigenPairs {
  /** Ascending. */
  readonly values: Float64Array;
  /** Unit vectors; their signs are arbitrary. */
  readonly vectors: readonly Float64Array[];
  /** The largest ‖L v − λ v‖. */
  readonly residual: number;
}

/** Vectors that are multiplied at once. */
const GROUP = 4;
/** Up to this size the whole matrix is diagonalised at once; up to the second one, where all else fails. */
const SMALL = 48;
const MEDIUM = 400;
const MAX_CYCLES = 40;
const TOLERANCE = 1e-14;
/** What will do where rounding lets no more be had. */
const GOOD_ENOUGH = 1e-11;
/** So many cycles in turn that do not halve the residual are the end. */
const PATIENCE = 3;
/** Blocks that the basis grows by before it is thinned out again, and the most vectors that it may reach. */
const DEPTH = 3;
const MOST_VECTORS = 240;
/** Of the Chebyshev polynomial. */
const MAX_DEGREE = 80;

type Vectors = readonly Float64Array[];
interface Ritz extends EigenPairs {
  /** More values than are kept: the last one bounds what the kept ones are to be told from. */
  readonly beyond: number;
}

/**
 * The k smallest eigenvalues of L and their vectors, to some 12 digits. Blocks of a few more than k vectors find repeated
 * eigenvalues as well as single ones. Each cycle grows a Krylov basis (G. H. Golub, R. Underwood, "The block Lanczos method",
 * 1977; fully orthogonalised) of the inverse or, without one, of a Chebyshev polynomial that damps all that is not wanted
 * (Y. Zhou, Y. Saad, SIAM J. Matrix Anal. Appl. 29 (2007) 954–971), and keeps the best of it by the Rayleigh–Ritz principle.
 * @param first n numbers to start from
 */
export function* smallestEigen(L: Laplacian, k: number, first: Float64Array): Generator<null, EigenPairs, void> {
  const { n } = L;
  if (n <= SMALL || k > n / 3) return yield* wholeEigen(L, k);
  const width = k + Math.max(3, k >> 1);
  const random = new RandomState(0);
  let block: Float64Array[] = [];
  extend(block, [
    first.slice(),
    ...Array.from({ length: width - 1 }, () => random.randomSamples(n).map((x) => x - 0.5)),
  ]);
  let best: Ritz | null = null;
  let idle = 0;
  let invert = L.isCheap && L.factorize ? yield* L.factorize() : null;
  let depth = invert ? DEPTH : 4 * DEPTH;
  let operator: Step = invert ? inverse(invert) : shifted(L);
  for (let cycle = 0; cycle < MAX_CYCLES; cycle++) {
    const basis = yield* growBasis(block, operator, depth);
    const ritz: Ritz = yield* rayleighRitz(L, basis, k, width);
    const gain: number = best === null ? 0 : ritz.residual / best.residual;
    idle = gain > 0.5 ? idle + 1 : 0;
    if (best === null || gain <= 1) best = ritz;
    if (best.residual <= TOLERANCE || idle === (best.residual < GOOD_ENOUGH ? 1 : PATIENCE)) break;
    // Where little is won, eigenvalues lie close to each other: a deeper basis tells them apart.
    if (gain > 0.1) depth = Math.min(2 * depth, Math.max(DEPTH, Math.floor(MOST_VECTORS / width)));
    block = [];
    extend(block, ritz.vectors);
    if (invert) continue;
    if (cycle === 0) depth = DEPTH;
    const filter = filterFor(ritz, k);
    if (L.factorize && filter.degree * width * depth > L.worth) invert = yield* L.factorize();
    operator = invert ? inverse(invert) : chebyshev(L, filter);
  }
  if (best!.residual > GOOD_ENOUGH && n <= MEDIUM) return yield* wholeEigen(L, k);
  return { values: best!.values.slice(0, k), vectors: best!.vectors.slice(0, k), residual: best!.residual };
}

function* wholeEigen(L: Laplacian, k: number): Generator<null, EigenPairs, void> {
  const { n } = L;
  const unit = Array.from({ length: n }, (_, i) => Float64Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));
  const data = new Float64Array(n * n);
  yield* multiplyAll(
    L,
    unit,
    unit.map((_, i) => data.subarray(i * n, (i + 1) * n)),
  );
  const { values, vectors } = symmetricEigen({ data, rows: n, cols: n });
  const rows = Array.from({ length: k }, (_, i) => vectors.data.slice(i * n, (i + 1) * n));
  return { values: values.slice(0, k), vectors: rows, residual: 0 };
}

function* multiplyAll(L: Laplacian, v: Vectors, out: Vectors): Generator<null, void, void> {
  for (let at = 0; at < v.length; at += GROUP) {
    yield* L.multiply(v.slice(at, at + GROUP), out.slice(at, at + GROUP));
    yield null;
  }
}

/** New vectors from a few of the block before. */
type Step = (v: Vectors) => Generator<null, Vectors, void>;

const inverse = (invert: Inverse): Step =>
  function* (v) {
    const result = v.map((one) => one.slice());
    invert(result);
    return result;
  };

/** 2 I − L, whose largest eigenvalues belong to the smallest of L. */
const shifted = (L: Laplacian): Step =>
  function* (v) {
    const result = v.map(() => new Float64Array(L.n));
    yield* L.multiply(v, result);
    return result.map((image, j) => image.map((value, i) => 2 * v[j]![i]! - value));
  };

interface Filter {
  /** From here to 2 the eigenvalues are damped. */
  readonly cut: number;
  readonly degree: number;
}

/** Damps all eigenvalues beyond those that are kept, in as many turns as part the last wanted one from them. */
function filterFor({ values, beyond }: Ritz, k: number): Filter {
  const cut = Math.min(Math.max(beyond, 1e-6), 1.9);
  const ratio = Math.max((cut - values[k - 1]!) / (2 - cut), 1e-8);
  return { cut, degree: Math.min(MAX_DEGREE, Math.max(4, Math.ceil(1.5 / Math.sqrt(ratio)))) };
}

/** The Chebyshev polynomial of L that stays within ±1 from `cut` to 2, and grows fast below. */
const chebyshev = (L: Laplacian, { cut, degree }: Filter): Step => {
  const half = (2 - cut) / 2;
  const middle = (2 + cut) / 2;
  return function* (v) {
    let before: Vectors = v.map((one) => one.slice());
    let now: Vectors = v.map(() => new Float64Array(L.n));
    yield* L.multiply(v, now);
    for (const [j, image] of now.entries()) {
      for (let i = 0; i < image.length; i++) image[i] = (image[i]! - middle * v[j]![i]!) / half;
    }
    let next: Vectors = v.map(() => new Float64Array(L.n));
    for (let turn = 2; turn <= degree; turn++) {
      yield* L.multiply(now, next);
      for (const [j, image] of next.entries()) recur(image, now[j]!, before[j]!, middle, half);
      [before, now, next] = [now, next, before];
      yield null;
    }
    return now;
  };
};

/** T(t + 1) = 2 x T(t) − T(t − 1), where `image` holds L T(t) and x = (L − middle) / half. */
function recur(image: Float64Array, now: Float64Array, before: Float64Array, middle: number, half: number): void {
  for (let i = 0; i < image.length; i++) image[i] = (2 * (image[i]! - middle * now[i]!)) / half - before[i]!;
}

function* growBasis(block: Vectors, operator: Step, depth: number): Generator<null, Vectors, void> {
  const basis: Float64Array[] = [...block];
  let last: Vectors = block;
  for (let turn = 0; turn < depth && last.length > 0 && basis.length < block[0]!.length; turn++) {
    const moved: Float64Array[] = [];
    for (let at = 0; at < last.length; at += GROUP) {
      moved.push(...(yield* operator(last.slice(at, at + GROUP))));
      yield null;
    }
    last = extend(basis, moved);
  }
  return basis;
}

/** Makes vectors orthonormal to a basis and to each other, adds them to it, and returns them without those that lie in it already. */
function extend(basis: Float64Array[], vectors: Vectors): Vectors {
  const added: Float64Array[] = [];
  for (const source of vectors) {
    const v = source.slice();
    const length = Math.sqrt(dot(v, v));
    // Twice is enough: what the first turn leaves of rounding the second takes away.
    for (let turn = 0; turn < 2; turn++) for (const q of basis) addScaled(v, q, -dot(q, v));
    const rest = Math.sqrt(dot(v, v));
    if (!(rest > 1e-12 * length)) continue;
    scale(v, 1 / rest);
    for (const q of basis) addScaled(v, q, -dot(q, v));
    scale(v, 1 / Math.sqrt(dot(v, v)));
    basis.push(v);
    added.push(v);
  }
  return added;
}

/** The vectors within the span of a basis that come closest to the eigenvectors of the smallest eigenvalues. */
function* rayleighRitz(L: Laplacian, basis: Vectors, k: number, width: number): Generator<null, Ritz, void> {
  const size = basis.length;
  const images = basis.map(() => new Float64Array(L.n));
  yield* multiplyAll(L, basis, images);
  const T = new Float64Array(size * size);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b <= a; b++) {
      const value = (dot(basis[a]!, images[b]!) + dot(basis[b]!, images[a]!)) / 2;
      T[a * size + b] = value;
      T[b * size + a] = value;
    }
    yield null;
  }
  const { values, vectors } = symmetricEigen({ data: T, rows: size, cols: size });
  const kept = Math.min(width, size);
  const weights = (i: number) => vectors.data.subarray(i * size, (i + 1) * size);
  const found: Float64Array[] = [];
  for (let i = 0; i < kept; i++) {
    found.push(combine(basis, weights(i)));
    yield null;
  }
  let residual = 0;
  for (let i = 0; i < k; i++) {
    const error = combine(images, weights(i));
    addScaled(error, found[i]!, -values[i]!);
    residual = Math.max(residual, Math.sqrt(dot(error, error)));
    yield null;
  }
  return { values, vectors: found, residual, beyond: values[Math.min(kept, size - 1)]! };
}

function combine(vectors: Vectors, weights: Float64Array): Float64Array {
  const sum = new Float64Array(vectors[0]!.length);
  for (const [i, v] of vectors.entries()) addScaled(sum, v, weights[i]!);
  return sum;
}

function addScaled(v: Float64Array, other: Float64Array, factor: number): void {
  for (let i = 0; i < v.length; i++) v[i]! += factor * other[i]!;
}

function scale(v: Float64Array, factor: number): void {
  for (let i = 0; i < v.length; i++) v[i]! *= factor;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
