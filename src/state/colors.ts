import { hungarian } from '../engine/metrics/hungarian.ts';
import { matchGreedily } from './match-greedily.ts';

/** The clusters of a run on the same rows, and the palette slot of each. */
export interface Colored {
  readonly labels: Int32Array;
  readonly colors: Int32Array;
}

/** Of more pairs of clusters than this the best way takes too long to find, and nobody could tell it from a good one. */
const MOST_PAIRS = 40_000;

/**
 * A palette slot for each of `count` clusters. Colours follow the clusters, not their numbers: of all ways to hand on the
 * slots of the run before, the one that repaints the fewest rows. A cluster that takes over no row of an earlier one gets
 * the lowest slot that is free.
 * @param before null, or of another number of rows: slots are 0, 1, 2, …
 */
export function matchColors(labels: Int32Array, count: number, before: Colored | null): Int32Array {
  if (before?.labels.length !== labels.length) return Int32Array.from({ length: count }, (_, i) => i);
  return fillFree(takeOver(labels, count, before));
}

/** The slots that clusters take over, as `matchColors` does it; -1 for those that take over none. */
export function takeOver(labels: Int32Array, count: number, before: Colored): Int32Array {
  // A run may have more clusters on its way than in its end (subclusters as they form); those share no row.
  const [now, then] = [clusterCount(labels, 0), clusterCount(before.labels, 0)];
  if (now * then > MOST_PAIRS) return matchGreedily(labels, count, before);
  const shared = countShared(labels, now, before.labels, then);
  const colors = new Int32Array(count).fill(-1);
  const cost = { data: shared.map((rows) => -rows), rows: now, cols: then };
  for (const [cluster, earlier] of hungarian(cost).entries()) {
    if (earlier >= 0 && shared[cluster * cost.cols + earlier]! > 0) colors[cluster] = before.colors[earlier]!;
  }
  return colors;
}

/** Rows that cluster i (of now) shares with cluster j (of before), count × k of before; noise counts for nothing. */
function countShared(labels: Int32Array, count: number, before: Int32Array, width: number): Float64Array {
  const shared = new Float64Array(count * width);
  for (let row = 0; row < labels.length; row++) {
    const now = labels[row]!;
    const then = before[row]!;
    if (now >= 0 && now < count && then >= 0 && then < width) shared[now * width + then]!++;
  }
  return shared;
}

function fillFree(colors: Int32Array): Int32Array {
  const taken = new Set(colors);
  let free = 0;
  return colors.map((slot) => {
    if (slot >= 0) return slot;
    while (taken.has(free)) free++;
    return free++;
  });
}

/** One more than the highest label, or the number of centres if that is more. */
export function clusterCount(labels: Int32Array, centers: number): number {
  let highest = -1;
  for (let i = 0; i < labels.length; i++) if (labels[i]! > highest) highest = labels[i]!;
  return Math.max(highest + 1, centers);
}
