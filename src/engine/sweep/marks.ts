import { distanceMetric } from '../numeric/neighbours/metric.ts';
import { kthDistanceSteps } from '../numeric/neighbours/nearest.ts';
import { buildTree } from '../numeric/neighbours/tree.ts';
import type { Matrix } from '../types.ts';

export { estimateBandwidth } from '../algorithms/mean-shift/bandwidth.ts';

/**
 * The distance from each row to its k-th nearest, itself counted as the first as DBSCAN's `min_samples` counts, ascending.
 * Ester, Kriegel, Sander & Xu 1996, "A density-based algorithm for discovering clusters", §4.2.
 * @param k is cut to 1…n
 */
export function* kDistances(
  { data, rows, cols }: Matrix,
  metric: string,
  p: number,
  k: number,
): Generator<null, Float64Array, void> {
  const tree = buildTree(data, cols, distanceMetric(metric, p));
  return (yield* kthDistanceSteps(tree, Math.max(1, Math.min(k, rows)))).sort();
}
