import { columnMeans } from '../numeric/sums.ts';
import type { Matrix } from '../types.ts';
import { clusterMeans, isScorable, sortByCluster, squaredDistance } from './clusters.ts';

/**
 * The variance between clusters over the variance within them, each by its degrees of freedom; 1 where no cluster has any
 * spread. null where there are not 2…n-1 labels. Caliński & Harabasz 1974, "A dendrite method for cluster analysis".
 */
export function calinskiHarabaszScore(X: Matrix, labels: Int32Array): number | null {
  const clusters = sortByCluster(X, labels);
  const { count, starts } = clusters;
  if (!isScorable(count, X.rows)) return null;
  const means = clusterMeans(clusters);
  const mean: Matrix = { data: columnMeans(X), rows: 1, cols: X.cols };
  let between = 0;
  let within = 0;
  for (let c = 0; c < count; c++) {
    between += (starts[c + 1]! - starts[c]!) * squaredDistance(means, c, mean, 0);
    let spread = 0;
    for (let i = starts[c]!; i < starts[c + 1]!; i++) spread += squaredDistance(clusters.X, i, means, c);
    within += spread;
  }
  return within === 0 ? 1 : (between * (X.rows - count)) / (within * (count - 1));
}
