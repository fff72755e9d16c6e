import type { Matrix } from '../types.ts';
import { type Clustered, clusteredBy, isScorable, squaredDistance } from './clusters.ts';
import { encodeLabels } from './labels.ts';

/** scikit-learn's absolute threshold (numpy's `allclose`), whatever the scale of the data. */
const NOTHING = 1e-8;
/** Centres nearer than this share of their size are the same one: what is left between them is rounding. */
const SAME = 64 * Number.EPSILON;

/**
 * The mean, over clusters, of the worst ratio of two clusters' spreads to the distance of their centres; lower is better.
 * 0 where all spreads or all distances are below 1e-8; clusters with the same centre are not compared. null where there are
 * not 2…n-1 labels. Davies & Bouldin 1979, "A cluster separation measure".
 */
export function daviesBouldinScore(X: Matrix, labels: Int32Array): number | null {
  return daviesBouldinOf(clusteredBy(X, encodeLabels(labels)));
}

/** The same where means and squares are known. */
export function daviesBouldinOf(clustered: Clustered): number | null {
  const { clusters, means: centers } = clustered;
  if (!isScorable(clusters)) return null;
  const count = clusters.sizes.length;
  const spreads = meanDistances(clustered);
  if (spreads.every((spread) => spread <= NOTHING)) return 0;
  const worst = new Float64Array(count);
  let apart = false;
  for (let a = 0; a < count; a++) {
    for (let b = 0; b < a; b++) {
      const distance = Math.sqrt(squaredDistance(centers, a, centers, b));
      apart ||= distance > NOTHING;
      if (distance <= SAME * (sizeOf(centers, a) + sizeOf(centers, b))) continue;
      const ratio = (spreads[a]! + spreads[b]!) / distance;
      worst[a] = Math.max(worst[a]!, ratio);
      worst[b] = Math.max(worst[b]!, ratio);
    }
  }
  return apart ? worst.reduce((sum, ratio) => sum + ratio, 0) / count : 0;
}

/** The mean distance of each cluster's rows from its centre. */
function meanDistances({ clusters, squares }: Clustered): Float64Array {
  const sums = new Float64Array(clusters.sizes.length);
  for (let i = 0; i < squares.length; i++) sums[clusters.codes[i]!]! += Math.sqrt(squares[i]!);
  return sums.map((sum, c) => sum / clusters.sizes[c]!);
}

/** The largest coordinate of row i, in absolute value. */
function sizeOf({ data, cols }: Matrix, i: number): number {
  let size = 0;
  for (let at = i * cols; at < (i + 1) * cols; at++) size = Math.max(size, Math.abs(data[at]!));
  return size;
}
