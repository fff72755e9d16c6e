import { quickDot } from '../dots.ts';
import { doubtOf, nearestInDoubt } from './nearest.ts';
import type { Points } from './points.ts';

/**
 * What is known of each row between two assignments: a bound on how near any centre but its own can be. Where the own centre
 * is nearer than that, the row keeps its label unseen. G. Hamerly, "Making k-means even faster", SDM 2010.
 */
export interface Bounds {
  /** By row: no other centre is nearer than this; 0 where nothing is known. */
  readonly others: Float64Array;
  /** k × d: the centres that the bounds were measured from. */
  readonly centers: Float64Array;
  /** By centre: the farthest that another one has moved since. */
  readonly drift: Float64Array;
}

/** Bounds that say nothing yet, for n rows and k centres. */
export function noBounds({ n, d }: Points, k: number): Bounds {
  return { others: new Float64Array(n), centers: new Float64Array(k * d), drift: new Float64Array(k) };
}

/** A bound must hold by this share of all squared lengths: far more than rounding takes away in thousands of steps. */
const MARGIN = 1e-9;

/** Call once before an assignment by `centers`: takes note of how far they have moved. */
export function followCenters(bounds: Bounds, centers: Float64Array, d: number): void {
  const k = bounds.drift.length;
  let [most, second, which] = [0, 0, -1];
  for (let j = 0; j < k; j++) {
    let moved = 0;
    for (let at = j * d; at < (j + 1) * d; at++) moved += (centers[at]! - bounds.centers[at]!) ** 2;
    moved = Math.sqrt(moved);
    if (moved > most) [most, second, which] = [moved, most, j];
    else if (moved > second) second = moved;
  }
  bounds.drift.fill(most);
  if (which >= 0) bounds.drift[which] = second;
  bounds.centers.set(centers);
}

/** `assignNearest` for the rows that need it; the labels are the same. `labels` must be those of the assignment before. */
export function assignInBounds(
  points: Points,
  bounds: Bounds,
  centers: Float64Array,
  centerNorms: Float64Array,
  labels: Int32Array,
  start: number,
  end: number,
): void {
  const { data, norms, d } = points;
  if (d === 2) {
    assignInPlane(points, bounds, centers, centerNorms, labels, start, end);
    return;
  }
  const { others, drift } = bounds;
  const doubt = doubtOf(d);
  const found = new Float64Array(2);
  const largest = 2 * centerNorms.reduce((most, norm) => Math.max(most, norm), 0);
  for (let i = start; i < end; i++) {
    const own = labels[i]!;
    const margin = MARGIN * (norms[i]! + largest);
    if (own >= 0) {
      const bound = others[i]! - drift[own]!;
      const distance = norms[i]! + centerNorms[own]! - 2 * quickDot(data, i * d, centers, own * d, d);
      if (bound > 0 && distance + margin < bound * bound) {
        others[i] = bound;
        continue;
      }
    }
    const label = twoNearest(data, i * d, centers, centerNorms, d, Math.max(0, own), found);
    const best = found[0]!;
    const second = found[1]!;
    const isClear = second > best + doubt * (norms[i]! + largest);
    labels[i] = isClear ? label : nearestInDoubt(points, centers, centerNorms, i);
    others[i] = isClear ? Math.sqrt(Math.max(0, norms[i]! + second - margin)) : 0;
  }
}

/** The same for rows of two columns, of which there are many and none is long: without a call by the row. */
function assignInPlane(
  points: Points,
  { others, drift }: Bounds,
  centers: Float64Array,
  centerNorms: Float64Array,
  labels: Int32Array,
  start: number,
  end: number,
): void {
  const { data, norms } = points;
  const doubt = doubtOf(2);
  const k = centerNorms.length;
  const largest = 2 * centerNorms.reduce((most, norm) => Math.max(most, norm), 0);
  for (let i = start; i < end; i++) {
    const x = data[2 * i]!;
    const y = data[2 * i + 1]!;
    const norm = norms[i]!;
    const known = labels[i]!;
    const own = Math.max(0, known);
    const margin = MARGIN * (norm + largest);
    let best = centerNorms[own]! - 2 * (x * centers[2 * own]! + y * centers[2 * own + 1]!);
    const bound = others[i]! - drift[own]!;
    if (known >= 0 && bound > 0 && norm + best + margin < bound * bound) {
      others[i] = bound;
      continue;
    }
    let second = Number.POSITIVE_INFINITY;
    let label = own;
    for (let j = 0; j < k; j++) {
      const value = centerNorms[j]! - 2 * (x * centers[2 * j]! + y * centers[2 * j + 1]!);
      if (value >= second || j === own) continue;
      if (value < best) {
        second = best;
        best = value;
        label = j;
      } else {
        second = value;
      }
    }
    const isClear = second > best + doubt * (norm + largest);
    labels[i] = isClear ? label : nearestInDoubt(points, centers, centerNorms, i);
    others[i] = isClear ? Math.sqrt(Math.max(0, norm + second - margin)) : 0;
  }
}

/** The nearest centre by ‖c‖² − 2 x·c, beginning with `own`; `found` takes its value and the least of the others'. */
function twoNearest(
  data: Float64Array,
  at: number,
  centers: Float64Array,
  centerNorms: Float64Array,
  d: number,
  own: number,
  found: Float64Array,
): number {
  let best = centerNorms[own]! - 2 * quickDot(data, at, centers, own * d, d);
  let second = Number.POSITIVE_INFINITY;
  let label = own;
  for (let j = 0; j < centerNorms.length; j++) {
    const value = centerNorms[j]! - 2 * quickDot(data, at, centers, j * d, d);
    if (value >= second || j === own) continue;
    if (value < best) {
      second = best;
      best = value;
      label = j;
    } else {
      second = value;
    }
  }
  found[0] = best;
  found[1] = second;
  return label;
}
