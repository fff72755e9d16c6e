import { GridRadius } from './grid.ts';
import type { DistanceMetric } from './metric.ts';
import type { RadiusIndex } from './radius.ts';
import { buildTree } from './tree.ts';
import { TreeRadius } from './tree-radius.ts';

export { type DistanceMetric, distanceMetric } from './metric.ts';
export type { RadiusIndex } from './radius.ts';

/**
 * An index of n = data.length / d rows (d ≥ 1, n ≥ 1, all numbers finite) for one radius: a grid where few dimensions and an even
 * spread allow one, else a k-d tree (whose boxes hold nothing back where the metric has none: all pairs, row by row).
 * Memory is linear in n. Both decide alike: a row is a neighbour if its reduced distance is ≤ the reduced radius in float64.
 */
export function radiusIndex(data: Float64Array, d: number, metric: DistanceMetric, radius: number): RadiusIndex {
  return GridRadius.create(data, d, metric, radius) ?? new TreeRadius(buildTree(data, d, metric), radius);
}
