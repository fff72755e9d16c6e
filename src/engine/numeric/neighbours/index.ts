import { GridRadius } from './grid.ts';
import type { DistanceMetric } from './metric.ts';
import type { RadiusIndex } from './radius.ts';
import { ScreenedRadius } from './screened-radius.ts';
import { buildTree } from './tree.ts';
import { TreeRadius } from './tree-radius.ts';

export { type DistanceMetric, distanceMetric } from './metric.ts';
export type { RadiusIndex } from './radius.ts';

/** Counting to more than this is quicker by whole boxes of a tree than point by point in a grid. */
const MANY = 100;

/**
 * An index of n = data.length / d rows (d ≥ 1, n ≥ 1, all numbers finite) for one radius: a grid where few dimensions and an even
 * spread allow one, all pairs of rounded rows from 16 dimensions on, else a k-d tree (whose boxes hold nothing back where the metric
 * has none: all pairs, row by row). Memory is linear in n. All decide alike: a row is a neighbour if its reduced distance is ≤ the
 * reduced radius in float64.
 * @param least the count that `reaches` will be asked for, so that the quicker of the two is taken
 */
export function radiusIndex(
  data: Float64Array,
  d: number,
  metric: DistanceMetric,
  radius: number,
  least = 1,
): RadiusIndex {
  const grid = least <= MANY ? GridRadius.create(data, d, metric, radius) : null;
  return (
    grid ?? ScreenedRadius.create(data, d, metric, radius, least) ?? new TreeRadius(buildTree(data, d, metric), radius)
  );
}
