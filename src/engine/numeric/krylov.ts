import { LANES } from '../kernels/lanes.ts';
import { Span } from '../kernels/span.ts';
import { symmetricEigen } from './eigen.ts';

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

export type Vectors = readonly Float64Array[];
export interface Ritz extends EigenPairs {
  /** More values than are kept: the last one bounds what the kept ones are to be told from. */
  readonly beyond: number;
}

/** New vectors from a few of the block before. */
export type Step = (v: Vectors) => Generator<null, Vectors, void>;

/** Blocks that the basis grows by before it is thinned out again. */
export const DEPTH = 3;
/** Of residuals: what is aimed at, and what will do where rounding lets no more be had. */
export const TOLERANCE = 1e-14;
export const GOOD_ENOUGH = 1e-11;
/** Blocks after which the first basis is looked at where nothing is factorised, and most blocks between two looks. */
const FIRST_LOOK = 7;
const MOST_UNSEEN = 5;
/** So many blocks tell how many it is going to take. */
const TELLING = 12;
/** The most vectors of a basis that grows without being thinned out. */
const MOST_AT_ONCE = 200;
/** What will do where the basis is never thinned out: little more than rounding leaves. */
const AT_ONCE_TOLERANCE = 2 * TOLERANCE;

/** A Krylov basis, what L makes of it, and the vectors within it that come closest to the eigenvectors of the smallest eigenvalues. */
export class Space {
  readonly #basis: Span;
  readonly #images: Span;
  /** The products of basis vectors with images, a row each, up to the diagonal. */
  #products: Float64Array[] = [];

  constructor(
    private readonly L: Laplacian,
    private readonly k: number,
    private readonly width: number,
  ) {
    const capacity = Math.min(L.n, width * (FIRST_LOOK + 1));
    this.#basis = new Span(L.n, capacity);
    this.#images = new Span(L.n, capacity);
  }

  /** Begins anew with a block, and adds what `operator` makes of the block added last, `depth` times. */
  *grow(block: Vectors, operator: Step, depth: number): Generator<null, void, void> {
    let last = this.#begin(block);
    for (let turn = 0; turn < depth && last.length > 0 && this.#basis.size < this.L.n; turn++) {
      last = this.#extend(yield* applied(operator, last));
    }
    yield* this.#takeImages();
  }

  /**
   * Begins anew with a block and grows by 2 I − L, whose largest eigenvalues belong to the smallest of L, a basis and its images
   * in one, until the vectors are found, or until that would take too many.
   */
  *growUntilFound(block: Vectors): Generator<null, { ritz: Ritz; isDone: boolean }, void> {
    const most = Math.max(DEPTH, Math.floor(MOST_AT_ONCE / block.length) - 1);
    let last = this.#begin(block);
    let look = Math.min(most, FIRST_LOOK);
    let residual = 1;
    let looked = 0;
    for (let depth = 0; ; depth++) {
      const images = yield* this.#takeImages();
      const isAll = last.length === 0 || this.#basis.size >= this.L.n;
      if (depth === look || isAll) {
        const ritz = yield* this.ritz();
        const isAtEnd = ritz.residual < GOOD_ENOUGH && ritz.residual > residual / 2;
        if (isAll || isAtEnd || ritz.residual <= AT_ONCE_TOLERANCE) return { ritz, isDone: !isAll };
        // The residual falls faster and faster.
        const fall = Math.log(ritz.residual / residual) / (depth - looked);
        const enough = depth + Math.ceil(Math.log(AT_ONCE_TOLERANCE / ritz.residual) / Math.min(fall, -0.1));
        if (depth === most || (depth >= TELLING && enough > most)) return { ritz, isDone: false };
        residual = ritz.residual;
        looked = depth;
        look = Math.min(most, depth + MOST_UNSEEN, Math.max(depth + 1, enough));
      }
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

/** What an operator makes of many vectors. */
function* applied(operator: Step, v: Vectors): Generator<null, Vectors, void> {
  const moved: Float64Array[] = [];
  for (let at = 0; at < v.length; at += LANES) {
    moved.push(...(yield* operator(v.slice(at, at + LANES))));
    yield null;
  }
  return moved;
}

/** out[j] ← L v[j], for any number of vectors. */
export function* multiplyAll(L: Laplacian, v: Vectors, out: Vectors): Generator<null, void, void> {
  for (let at = 0; at < v.length; at += LANES) {
    yield* L.multiply(v.slice(at, at + LANES), out.slice(at, at + LANES));
    yield null;
  }
}
