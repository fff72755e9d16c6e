import { gemmDot, orderOf, quickDot } from '../dots.ts';
import type { Points } from './points.ts';

/**
 * The nearest centre of each row from `start` to `end`, the first of equals, by ‖c‖² − 2 x·c as scikit-learn has it. Two
 * centres that differ by no more than rounding can make are compared again in its very order of rounding.
 * @param centers k × d
 * @param centerNorms ‖c‖² of each
 * @param labels the result; what it holds before only says with which centre to begin, -1 for any
 */
export function assignNearest(
  points: Points,
  centers: Float64Array,
  centerNorms: Float64Array,
  labels: Int32Array,
  start: number,
  end: number,
): void {
  const { data, norms, d } = points;
  const nearest = d === 2 ? nearestInPlane : nearestInSpace;
  const doubt = doubtOf(d);
  const largestNorm = 2 * centerNorms.reduce((most, norm) => Math.max(most, norm), 0);
  for (let i = start; i < end; i++) {
    const slack = doubt * (norms[i]! + largestNorm);
    const label = nearest(data, i * d, centers, centerNorms, d, Math.max(0, labels[i]!), slack);
    labels[i] = label === IN_DOUBT ? nearestInDoubt(points, centers, centerNorms, i) : label;
  }
}

/** Rounding may move ‖c‖² − 2 x·c by this share of the squared lengths. */
export const doubtOf = (d: number): number => (d + 4) * Number.EPSILON;

const IN_DOUBT = -1;

/**
 * The nearest centre of the row that begins at `at`; IN_DOUBT where another one is within `slack` of it. It begins with the
 * row's old centre, `own`, so that the comparisons mostly go one way, which processors foresee.
 */
type Nearest = (
  data: Float64Array,
  at: number,
  centers: Float64Array,
  centerNorms: Float64Array,
  d: number,
  own: number,
  slack: number,
) => number;

const nearestInSpace: Nearest = (data, at, centers, centerNorms, d, own, slack) => {
  let best = centerNorms[own]! - 2 * quickDot(data, at, centers, own * d, d);
  let label = own;
  let isClose = false;
  for (let j = 0; j < centerNorms.length; j++) {
    if (j === own) continue;
    const value = centerNorms[j]! - 2 * quickDot(data, at, centers, j * d, d);
    if (value > best + slack) continue;
    isClose = value >= best - slack;
    if (value >= best) continue;
    best = value;
    label = j;
  }
  return isClose ? IN_DOUBT : label;
};

/** The same for two features, which the page shows most. */
const nearestInPlane: Nearest = (data, at, centers, centerNorms, _d, own, slack) => {
  const x = data[at]!;
  const y = data[at + 1]!;
  let best = centerNorms[own]! - 2 * (x * centers[2 * own]! + y * centers[2 * own + 1]!);
  let label = own;
  let isClose = false;
  for (let j = 0; j < centerNorms.length; j++) {
    const value = centerNorms[j]! - 2 * (x * centers[2 * j]! + y * centers[2 * j + 1]!);
    if (value > best + slack || j === own) continue;
    isClose = value >= best - slack;
    if (value >= best) continue;
    best = value;
    label = j;
  }
  return isClose ? IN_DOUBT : label;
};

/** scikit-learn multiplies so many rows at a time with the centres. */
const CHUNK = 256;

/** The nearest centre of row i as scikit-learn rounds it, the first of equals: slow, for rows with two centres equally near. */
export function nearestInDoubt(
  { data, n, d }: Points,
  centers: Float64Array,
  centerNorms: Float64Array,
  i: number,
): number {
  const k = centerNorms.length;
  const row = i % CHUNK;
  const rows = Math.min(CHUNK, n - (i - row));
  let best = Number.POSITIVE_INFINITY;
  let label = 0;
  for (let j = 0; j < k; j++) {
    const value = centerNorms[j]! - 2 * gemmDot(data, i * d, centers, j * d, d, orderOf(d, row, rows, j, k));
    if (value < best) {
      best = value;
      label = j;
    }
  }
  return label;
}
