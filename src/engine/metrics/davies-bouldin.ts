import type { Matrix } from '../types.ts';
import { type ClusteredRows, clusterMeans, isScorable, sortByCluster, squaredDistance } from './clusters.ts';

/** scikit-learn's absolute threshold (numpy's `allclose`), whatever the scale of the data. */
const NOTHING = 1e-8;

/**
 * The mean, over clusters, of the worst ratio of two clusters' spreads to the distance of their centres; lower is better.
 * 0 where all spreads or all distances are below 1e-8; clusters with the same centre are not compared. null where there are
 * not 2…n-1 labels. Davies & Bouldin 1979, "A cluster separation measure".
 */
export function daviesBouldinScore(X: Matrix, labels: Int32Array): number | null {
  const clusters = sortByCluster(X, labels);
  const { count } = clusters;
  if (!isScorable(count, X.rows)) return null;
  const centers = clusterMeans(clusters);
  const spreads = meanDistances(clusters, centers);
  if (spreads.every((spread) => spread <= NOTHING)) return 0;
  const worst = new Float64Array(count);
  let apart = false;
  for (let a = 0; a < count; a++) {
    for (let b = 0; b < a; b++) {
      const distance = Math.sqrt(squaredDistance(centers, a, centers, b));
      apart ||= distance > NOTHING;
      if (distance === 0) continue;
      const ratio = (spreads[a]! + spreads[b]!) / distance;
      worst[a] = Math.max(worst[a]!, ratio);
      worst[b] = Math.max(worst[b]!, ratio);
    }
  }
  return apart ? worst.reduce((sum, ratio) => sum + ratio, 0) / count : 0;
}

/** The mean distance of each cluster's rows from its centre. */
function meanDistances({ count, starts, X }: ClusteredRows, centers: Matrix): Float64Array {
  const means = new Float64Array(count);
  for (let c = 0; c < count; c++) {
    for (let i = starts[c]!; i < starts[c + 1]!; i++) means[c]! += Math.sqrt(squaredDistance(X, i, centers, c));
    means[c]! /= starts[c + 1]! - starts[c]!;
  }
  return means;
}
