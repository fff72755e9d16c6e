import type { RandomState } from '../../numeric/random-state.ts';
import { svd, timesTransposed } from '../../numeric/svd.ts';
import type { Matrix } from '../../types.ts';

export interface Discrete {
  readonly labels: Int32Array;
  /** Twice what n exceeds the sum of the singular values by: 0 when every row sits on an axis. */
  readonly gap: number;
  readonly iteration: number;
  /** c × c: column j is the direction of cluster j. */
  readonly rotation: Float64Array;
}

const MAX_ITERATIONS = 20;

/**
 * Turns the space until its axes are the clusters: S. X. Yu, J. Shi, "Multiclass spectral clustering", ICCV 2003. Labels and
 * rotation are found in turn, each the best for the other, from a first rotation made of rows that lie as far apart in
 * direction as can be, the first drawn at random. Yields each step; the last one is the result.
 */
export function* discretize(coordinates: Matrix, random: RandomState): Generator<Discrete, Discrete, void> {
  const { rows: n, cols: c } = coordinates;
  const directions = toDirections(coordinates);
  let rotation = firstRotation(directions, n, c, random.randint(0, n));
  let before = 0;
  for (let iteration = 1; ; iteration++) {
    const labels = largestAxis(directions, n, c, rotation);
    const sums = new Float64Array(c * c);
    labels.forEach((label, i) => {
      for (let f = 0; f < c; f++) sums[label * c + f]! += directions[i * c + f]!;
    });
    const { U, s, V } = svd(sums, c);
    const gap = 2 * (n - s.reduce((sum, value) => sum + value, 0));
    const step = { labels, gap, iteration, rotation };
    if (Math.abs(gap - before) < Number.EPSILON || iteration > MAX_ITERATIONS) return step;
    yield step;
    before = gap;
    rotation = timesTransposed(V, U, c);
  }
}

/** Columns scaled alike and turned so that row 0 is negative in each; then every row to unit length. */
function toDirections({ data, rows: n, cols: c }: Matrix): Float64Array {
  const result = data.slice();
  for (let j = 0; j < c; j++) {
    let square = 0;
    for (let i = 0; i < n; i++) square += result[i * c + j]! * result[i * c + j]!;
    const factor = (Math.sqrt(n) / (Math.sqrt(square) || 1)) * (result[j]! > 0 ? -1 : 1);
    for (let i = 0; i < n; i++) result[i * c + j]! *= factor;
  }
  for (let i = 0; i < n; i++) {
    let square = 0;
    for (let j = 0; j < c; j++) square += result[i * c + j]! * result[i * c + j]!;
    for (let j = 0; j < c; j++) result[i * c + j]! /= Math.sqrt(square) || 1;
  }
  return result;
}

function firstRotation(directions: Float64Array, n: number, c: number, first: number): Float64Array {
  const rotation = new Float64Array(c * c);
  const likeness = new Float64Array(n);
  for (let j = 0, row = first; j < c; j++) {
    for (let f = 0; f < c; f++) rotation[f * c + j] = directions[row * c + f]!;
    for (let i = 0; i < n; i++) {
      let cosine = 0;
      for (let f = 0; f < c; f++) cosine += directions[i * c + f]! * rotation[f * c + j]!;
      likeness[i]! += Math.abs(cosine);
    }
    row = likeness.indexOf(likeness.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY));
  }
  return rotation;
}

function largestAxis(directions: Float64Array, n: number, c: number, rotation: Float64Array): Int32Array {
  const labels = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    let most = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < c; j++) {
      let value = 0;
      for (let f = 0; f < c; f++) value += directions[i * c + f]! * rotation[f * c + j]!;
      if (value > most) {
        most = value;
        labels[i] = j;
      }
    }
  }
  return labels;
}
