import { columnMeans } from '../numeric/sums.ts';
import { isPixels } from '../pixels.ts';
import type { Matrix } from '../types.ts';
import { type Clustered, clusteredBy, isScorable, squaredDistance } from './clusters.ts';
import { encodeLabels } from './labels.ts';
import { meanOfPixels } from './pixel-clusters.ts';

/**
 * The variance between clusters over the variance within them, each by its degrees of freedom; 1 where no cluster has any
 * spread. null where there are not 2…n-1 labels. Caliński & Harabasz 1974, "A dendrite method for cluster analysis".
 */
export function calinskiHarabaszScore(X: Matrix, labels: Int32Array): number | null {
  return calinskiHarabaszOf(X, clusteredBy(X, encodeLabels(labels)));
}

/** The same where means and squares are known. */
export function calinskiHarabaszOf(X: Matrix, { clusters, means, squares }: Clustered): number | null {
  if (!isScorable(clusters)) return null;
  const { sizes } = clusters;
  const mean: Matrix = isPixels(X) ? meanOfPixels(X) : { data: columnMeans(X), rows: 1, cols: X.cols };
  let between = 0;
  for (let c = 0; c < sizes.length; c++) between += sizes[c]! * squaredDistance(means, c, mean, 0);
  const within = squares.reduce((sum, square) => sum + square, 0);
  return within === 0 ? 1 : (between * (X.rows - sizes.length)) / (within * (sizes.length - 1));
}
