import { LANES } from '../kernels/lanes.ts';
import { Span } from '../kernels/span.ts';
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
/** Of the first basis, where nothing is factorised. */
const FIRST_DEPTH = 4 * DEPTH;
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
  const space = new Space(L, k, width);
  let block: Vectors = [
    first.slice(),
    ...Array.from({ length: width - 1 }, () => random.randomSamples(n).map((x) => x - 0.5)),
  ];
  let best: Ritz | null = null;
  let idle = 0;
  let invert = L.isCheap && L.factorize ? yield* L.factorize() : null;
  let depth = invert ? DEPTH : FIRST_DEPTH;
  for (let cycle = 0; cycle < MAX_CYCLES; cycle++) {
    if (invert) yield* space.grow(block, inverse(invert), depth);
    else if (best === null) yield* space.growByImages(block, depth);
    else yield* space.grow(block, chebyshev(L, filterFor(best, k)), depth);
    const ritz: Ritz = yield* space.ritz();
    const gain: number = best === null ? 0 : ritz.residual / best.residual;
    idle = gain > 0.5 ? idle + 1 : 0;
    if (best === null || gain <= 1) best = ritz;
    if (best.residual <= TOLERANCE || idle === (best.residual < GOOD_ENOUGH ? 1 : PATIENCE)) break;
    // Where little is won, eigenvalues lie close to each other: a deeper basis tells them apart.
    if (gain > 0.1) depth = Math.min(2 * depth, Math.max(DEPTH, Math.floor(MOST_VECTORS / width)));
    block = ritz.vectors;
    if (cycle === 0) depth = DEPTH;
    if (!invert && L.factorize && filterFor(ritz, k).degree * width * depth > L.worth) invert = yield* L.factorize();
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
  for (let at = 0; at < v.length; at += LANES) {
    yield* L.multiply(v.slice(at, at + LANES), out.slice(at, at + LANES));
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

/** A Krylov basis, what L makes of it, and the vectors within it that come closest to the eigenvectors of the smallest eigenvalues. */
class Space {
  readonly #basis: Span;
  readonly #images: Span;
  /** The products of basis vectors with images, a row each, up to the diagonal. */
  #products: Float64Array[] = [];

  constructor(
    private readonly L: Laplacian,
    private readonly k: number,
    private readonly width: number,
  ) {
    const capacity = Math.min(L.n, width * (FIRST_DEPTH + 1));
    this.#basis = new Span(L.n, capacity);
    this.#images = new Span(L.n, capacity);
  }

  /** Begins anew with a block, and adds what `operator` makes of the block added last, `depth` times. */
  *grow(block: Vectors, operator: Step, depth: number): Generator<null, void, void> {
    let last = this.#begin(block);
    for (let turn = 0; turn < depth && last.length > 0 && this.#basis.size < this.L.n; turn++) {
      const moved: Float64Array[] = [];
      for (let at = 0; at < last.length; at += LANES) {
        moved.push(...(yield* operator(last.slice(at, at + LANES))));
        yield null;
      }
      last = this.#extend(moved);
    }
    yield* this.#takeImages();
  }

  /** The same by 2 I − L, whose largest eigenvalues belong to the smallest of L: a basis and its images in one. */
  *growByImages(block: Vectors, depth: number): Generator<null, void, void> {
    let last = this.#begin(block);
    for (let turn = 0; ; turn++) {
      const images = yield* this.#takeImages();
      if (turn === depth || last.length === 0 || this.#basis.size >= this.L.n) return;
      last = this.#extend(images.map((image, j) => image.map((value, i) => 2 * last[j]![i]! - value)));
    }
  }

  #begin(block: Vectors): Vectors {
    this.#basis.clear();
    this.#images.clear();
    this.#products = [];
    return this.#extend(block);
  }

  /** Makes vectors orthonormal to the basis and to each other, adds them to it, and returns them without those that lie in it already. */
  #extend(vectors: Vectors): Vectors {
    const added: Float64Array[] = [];
    for (const source of vectors) {
      const v = source.slice();
      const length = Math.sqrt(dot(v, v));
      // Twice is enough: what the first turn leaves of rounding the second takes away.
      this.#basis.leave(v);
      this.#basis.leave(v);
      const rest = Math.sqrt(dot(v, v));
      if (!(rest > 1e-12 * length)) continue;
      scale(v, 1 / rest);
      this.#basis.leave(v);
      scale(v, 1 / Math.sqrt(dot(v, v)));
      this.#basis.push(v);
      added.push(v);
    }
    return added;
  }

  /** Of the basis vectors that have none yet. */
  *#takeImages(): Generator<null, Vectors, void> {
    const all: Float64Array[] = [];
    while (this.#images.size < this.#basis.size) {
      const from = this.#images.size;
      const v = Array.from({ length: Math.min(LANES, this.#basis.size - from) }, (_, j) =>
        this.#basis.vector(from + j),
      );
      const images = v.map(() => new Float64Array(this.L.n));
      yield* this.L.multiply(v, images);
      for (const image of images) {
        this.#images.push(image);
        this.#products.push(this.#basis.dots(image, this.#images.size));
      }
      all.push(...images);
      yield null;
    }
    return all;
  }

  *ritz(): Generator<null, Ritz, void> {
    const size = this.#basis.size;
    const T = new Float64Array(size * size);
    for (const [a, row] of this.#products.entries()) {
      for (const [b, value] of row.entries()) {
        T[a * size + b] = value;
        T[b * size + a] = value;
      }
    }
    const { values, vectors } = symmetricEigen({ data: T, rows: size, cols: size });
    yield null;
    const kept = Math.min(this.width, size);
    const weights = (i: number) => vectors.data.subarray(i * size, (i + 1) * size);
    const found = Array.from({ length: kept }, (_, i) => this.#basis.combine(weights(i)));
    let residual = 0;
    for (let i = 0; i < this.k; i++) {
      const error = this.#images.combine(weights(i));
      addScaled(error, found[i]!, -values[i]!);
      residual = Math.max(residual, Math.sqrt(dot(error, error)));
    }
    yield null;
    return { values, vectors: found, residual, beyond: values[Math.min(kept, size - 1)]! };
  }
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
