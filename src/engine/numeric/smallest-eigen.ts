import { LANES } from '../kernels/lanes.ts';
import { symmetricEigen } from './eigen.ts';
import {
  DEPTH,
  type EigenPairs,
  GOOD_ENOUGH,
  type Inverse,
  type Laplacian,
  multiplyAll,
  type Ritz,
  Space,
  type Step,
  TOLERANCE,
  type Vectors,
} from './krylov.ts';
import { RandomState } from './random-state.ts';

/** Up to this size the whole matrix is diagonalised at once; up to the second one, where all else fails. */
const SMALL = 48;
const MEDIUM = 400;
const MAX_CYCLES = 40;
/** Unlike the seeds that people take, so that the first vector is not drawn twice. */
const BLOCK_SEED = 1_000_003;
/** So many cycles in turn that do not halve the residual are the end. */
const PATIENCE = 3;
/** The most vectors that a basis may reach before it is thinned out. */
const MOST_VECTORS = 240;
/** Of the Chebyshev polynomial. */
const MAX_DEGREE = 80;

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
  const random = new RandomState(BLOCK_SEED);
  const space = new Space(L, k, width);
  // A full last group of lanes costs nothing.
  const startWidth = L.isCheap ? width : LANES * Math.ceil((k + 1) / LANES);
  const start = [
    first.slice(),
    ...Array.from({ length: startWidth - 1 }, () => random.randomSamples(n).map((x) => x - 0.5)),
  ];
  let invert = L.isCheap && L.factorize ? yield* L.factorize() : null;
  let best: Ritz;
  let idle = 0;
  if (invert) {
    yield* space.grow(start, inverse(invert), DEPTH);
    best = yield* space.ritz();
  } else {
    const { ritz, isDone } = yield* space.growUntilFound(start);
    best = ritz;
    if (isDone) idle = PATIENCE;
  }
  let depth = DEPTH;
  for (let cycle = 1; cycle < MAX_CYCLES && !isFound(best, idle); cycle++) {
    const filter = filterFor(best, k);
    if (!invert && L.factorize && filter.degree * width * depth > L.worth) invert = yield* L.factorize();
    yield* space.grow(best.vectors, invert ? inverse(invert) : chebyshev(L, filter), depth);
    const ritz: Ritz = yield* space.ritz();
    const gain: number = ritz.residual / best.residual;
    idle = gain > 0.5 ? idle + 1 : 0;
    if (gain <= 1) best = ritz;
    // Where little is won, eigenvalues lie close to each other: a deeper basis tells them apart.
    if (gain > 0.1) depth = Math.min(2 * depth, Math.max(DEPTH, Math.floor(MOST_VECTORS / width)));
  }
  if (best.residual > GOOD_ENOUGH && n <= MEDIUM) return yield* wholeEigen(L, k);
  return { values: best.values.slice(0, k), vectors: best.vectors.slice(0, k), residual: best.residual };
}

const isFound = ({ residual }: EigenPairs, idle: number): boolean =>
  residual <= TOLERANCE || idle >= (residual < GOOD_ENOUGH ? 1 : PATIENCE);

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
