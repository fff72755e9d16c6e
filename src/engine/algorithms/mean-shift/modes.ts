import { radiusIndex } from '../../numeric/neighbours/index.ts';
import { distanceMetric } from '../../numeric/neighbours/metric.ts';
import { nearest } from '../../numeric/neighbours/nearest.ts';
import { buildTree } from '../../numeric/neighbours/tree.ts';
import { type Matrix, NOISE } from '../../types.ts';
import type { Climb } from './climb.ts';

export interface Modes {
  /** The cluster centres: most rows in the window first, then the larger coordinates. */
  readonly centers: Matrix;
  /** The centre that each seed came to or was merged into; -1 for a seed that met no rows. */
  readonly modeOf: Int32Array;
}

/** Orders seeds by coordinates. */
function byPlace(means: Float64Array, d: number): (a: number, b: number) => number {
  return (a, b) => {
    for (let t = 0; t < d; t++) {
      const difference = means[a * d + t]! - means[b * d + t]!;
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

/** Groups of seeds that ended in the very same place; the last of each group speaks for its weight. */
function samePlaces({ means, d, count, weights }: Climb): { place: Int32Array; seeds: number[][] } {
  const compare = byPlace(means, d);
  const order = Array.from({ length: count }, (_, s) => s).filter((s) => weights[s]! > 0);
  order.sort((a, b) => compare(a, b) || a - b);
  const seeds: number[][] = [];
  const place = new Int32Array(count).fill(-1);
  for (const seed of order) {
    const last = seeds.at(-1);
    if (last && compare(last[0]!, seed) === 0) last.push(seed);
    else seeds.push([seed]);
    place[seed] = seeds.length - 1;
  }
  return { place, seeds };
}

/**
 * Merges what the seeds came to: the place with the most rows in its window stands, and what lies within the bandwidth of it
 * (inclusive) goes; then the next. No centres if no seed met a row.
 */
export function mergeModes(climb: Climb, bandwidth: number): Modes {
  const { means, d, weights } = climb;
  const { place, seeds } = samePlaces(climb);
  const compare = byPlace(means, d);
  const speakers = seeds.map((group) => group.at(-1)!);
  const ranked = speakers.map((_, p) => p);
  ranked.sort((p, q) => {
    const a = speakers[p]!;
    const b = speakers[q]!;
    return weights[b]! - weights[a]! || compare(b, a);
  });
  const points = new Float64Array(ranked.length * d);
  ranked.forEach((p, r) => {
    points.set(means.subarray(speakers[p]! * d, speakers[p]! * d + d), r * d);
  });
  const { kept, owner } = thin(points, d, bandwidth);
  const modeOfPlace = new Int32Array(ranked.length);
  ranked.forEach((p, r) => {
    modeOfPlace[p] = owner[r]!;
  });
  const data = new Float64Array(kept.length * d);
  kept.forEach((r, c) => {
    data.set(points.subarray(r * d, r * d + d), c * d);
  });
  return {
    centers: { data, rows: kept.length, cols: d },
    modeOf: place.map((p) => (p < 0 ? -1 : modeOfPlace[p]!)),
  };
}

/** Keeps each point, in order, that no point kept before has within its reach; `owner`: the one that stands for it. */
function thin(points: Float64Array, d: number, reach: number): { kept: number[]; owner: Int32Array } {
  const n = points.length / d;
  const owner = new Int32Array(n).fill(-1);
  const kept: number[] = [];
  if (n === 0) return { kept, owner };
  const index = radiusIndex(points, d, distanceMetric('euclidean'), reach);
  const out = new Int32Array(n);
  for (let r = 0; r < n; r++) {
    if (owner[r] !== -1) continue;
    const taken = index.take(r, out);
    for (let t = 0; t < taken; t++) owner[out[t]!] = kept.length;
    owner[r] = kept.length;
    kept.push(r);
  }
  return { kept, owner };
}

/** Few enough centres to try them all. */
const FEW = 24;

/** The nearest centre of each row, the first of equals; noise beyond `reach` unless that is null. */
export function assign(X: Matrix, centers: Matrix, reach: number | null): Int32Array {
  const near = centers.rows > FEW ? byTree(X, centers) : byHand(X, centers);
  if (reach !== null)
    near.distances.forEach((distance, i) => {
      if (distance > reach) near.rows[i] = NOISE;
    });
  return near.rows;
}

const byTree = (X: Matrix, centers: Matrix) =>
  nearest(buildTree(centers.data, centers.cols, distanceMetric('euclidean')), X.data, 1);

function byHand(X: Matrix, centers: Matrix) {
  const metric = distanceMetric('euclidean');
  const rows = new Int32Array(X.rows);
  const distances = new Float64Array(X.rows);
  for (let i = 0; i < X.rows; i++) {
    let least = Number.POSITIVE_INFINITY;
    for (let c = 0; c < centers.rows; c++) {
      const value = metric.reduced(X.data, i * X.cols, centers.data, c * X.cols, X.cols, least);
      if (value >= least) continue;
      least = value;
      rows[i] = c;
    }
    distances[i] = Math.sqrt(least);
  }
  return { rows, distances };
}
