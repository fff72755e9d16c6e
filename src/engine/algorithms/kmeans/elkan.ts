import { blocksOf } from '../../numeric/centers/points.ts';
import { squaredDistance } from '../../numeric/distances.ts';
import { gemmDot, squaredNorms } from '../../numeric/dots.ts';
import { RecipeError } from '../../types.ts';
import type { Problem } from './problem.ts';
import { iterate, type Observer, type Run, type Runner } from './run.ts';
import { clearSums, gatherRows, updateCenters } from './update.ts';

/** Bounds on distances that spare most of them. */
interface Bounds {
  /** k × k: half the distance between any two centres. */
  readonly half: Float64Array;
  /** k: half the distance from each centre to the one nearest to it. */
  readonly nearestHalf: Float64Array;
  /** n: at least the distance from each row to its centre. */
  readonly upper: Float64Array;
  /** n × k: at most the distance from each row to each centre. */
  readonly lower: Float64Array;
}

/**
 * Elkan's algorithm: C. Elkan, "Using the triangle inequality to accelerate k-means", ICML 2003. The bounds are kept and
 * compared as scikit-learn does, so that rounding lets the same distances be skipped.
 */
export const elkan: Runner = function* elkan(problem: Problem, run: Run, observer: Observer | null) {
  const { n, d, k } = problem;
  const bounds = boundsFor(n, k);
  measureCenters(problem, run.centers, bounds);
  for (const [start, end] of blocksOf(n, k * d)) {
    firstBounds(problem, run, bounds, start, end);
    yield null;
  }
  function* assign(last: boolean): Generator<null, void, void> {
    if (!last) clearSums(run);
    for (const [start, end] of blocksOf(n, k * d)) {
      assignRows(problem, run, bounds, start, end);
      if (!last) gatherRows(problem, run, start, end);
      if (end < n) yield null;
    }
  }
  function update(): void {
    updateCenters(problem, run);
    loosenBounds(problem, run, bounds);
    measureCenters(problem, run.centers, bounds);
  }
  yield* iterate(problem, run, observer, assign, update);
};

/** @throws RecipeError where a bound for each row and centre does not fit into memory */
function boundsFor(n: number, k: number): Bounds {
  try {
    return {
      half: new Float64Array(k * k),
      nearestHalf: new Float64Array(k),
      upper: new Float64Array(n),
      lower: new Float64Array(n * k),
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RecipeError('params.algorithm', `must be lloyd: elkan’s ${n} × ${k} bounds do not fit into memory`);
  }
}

/** Half distances between centres, by ‖a‖² − 2 a·b + ‖b‖² as scikit-learn's euclidean_distances has it. */
function measureCenters({ d, k }: Problem, centers: Float64Array, { half, nearestHalf }: Bounds): void {
  const norms = squaredNorms(centers, k, d);
  for (let a = 0; a < k; a++) {
    for (let b = 0; b < a; b++) {
      const square = -2 * gemmDot(centers, a * d, centers, b * d, d, 'chain') + norms[a]! + norms[b]!;
      const mirrored = -2 * gemmDot(centers, b * d, centers, a * d, d, 'chain') + norms[b]! + norms[a]!;
      half[a * k + b] = Math.sqrt(Math.max(square, 0)) / 2;
      half[b * k + a] = Math.sqrt(Math.max(mirrored, 0)) / 2;
    }
  }
  for (let j = 0; j < k; j++) {
    let nearest = Number.POSITIVE_INFINITY;
    for (let other = 0; other < k; other++) {
      if (other !== j) nearest = Math.min(nearest, half[other * k + j]!);
    }
    nearestHalf[j] = nearest;
  }
}

/** The first labels. A centre too far from the best one so far is skipped; its lower bound stays 0. */
function firstBounds(problem: Problem, run: Run, bounds: Bounds, start: number, end: number): void {
  const { data, d, k } = problem;
  const { half, lower, upper } = bounds;
  for (let i = start; i < end; i++) {
    let label = 0;
    let nearest = Math.sqrt(squaredDistance(data, i * d, run.centers, 0, d));
    lower[i * k] = nearest;
    for (let j = 1; j < k; j++) {
      if (nearest <= half[label * k + j]!) continue;
      const distance = Math.sqrt(squaredDistance(data, i * d, run.centers, j * d, d));
      lower[i * k + j] = distance;
      if (distance < nearest) {
        nearest = distance;
        label = j;
      }
    }
    run.labels[i] = label;
    upper[i] = nearest;
  }
}

function assignRows(problem: Problem, run: Run, bounds: Bounds, start: number, end: number): void {
  const { nearestHalf, upper } = bounds;
  for (let i = start; i < end; i++) {
    if (nearestHalf[run.labels[i]!]! < upper[i]!) assignRow(problem, run.centers, run.labels, bounds, i);
  }
}

function assignRow(
  { data, d, k }: Problem,
  centers: Float64Array,
  labels: Int32Array,
  { half, upper, lower }: Bounds,
  i: number,
): void {
  let label = labels[i]!;
  let bound = upper[i]!;
  let isTight = false;
  for (let j = 0; j < k; j++) {
    if (j === label || bound <= lower[i * k + j]! || bound <= half[label * k + j]!) continue;
    if (!isTight) {
      bound = Math.sqrt(squaredDistance(data, i * d, centers, label * d, d));
      lower[i * k + label] = bound;
      isTight = true;
    }
    if (bound > lower[i * k + j]! || bound > half[label * k + j]!) {
      const distance = Math.sqrt(squaredDistance(data, i * d, centers, j * d, d));
      lower[i * k + j] = distance;
      if (distance < bound) {
        label = j;
        bound = distance;
      }
    }
  }
  labels[i] = label;
  upper[i] = bound;
}

/** After the centres have moved: each bound gives way by as much as its centre moved. */
function loosenBounds({ n, k }: Problem, { shift, labels }: Run, { upper, lower }: Bounds): void {
  for (let i = 0, at = 0; i < n; i++) {
    upper[i]! += shift[labels[i]!]!;
    for (let j = 0; j < k; j++, at++) lower[at] = Math.max(0, lower[at]! - shift[j]!);
  }
}
