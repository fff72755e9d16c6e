import { distanceMetric } from '../../numeric/neighbours/metric.ts';
import { kthDistanceSteps } from '../../numeric/neighbours/nearest.ts';
import { buildTree } from '../../numeric/neighbours/tree.ts';
import { pairwiseSum } from '../../numeric/sums.ts';
import type { Matrix } from '../../types.ts';

/** scikit-learn adds up so many rows at a time; kept so that the last bit is the same. */
const BATCH = 500;

/**
 * scikit-learn's `estimate_bandwidth`: the mean distance from a row to its ⌊quantile · n⌋-th nearest, itself counted as the first.
 * 0 where that is the row itself (few rows, many duplicates). Yields null now and then.
 */
export function* estimateBandwidth(X: Matrix, quantile: number): Generator<null, number, void> {
  const n = X.rows;
  const k = Math.max(1, Math.trunc(n * quantile));
  const distances = yield* kthDistanceSteps(buildTree(X.data, X.cols, distanceMetric('euclidean')), k);
  let sum = 0;
  for (let start = 0; start < n; start += BATCH) sum += pairwiseSum(distances, start, Math.min(BATCH, n - start));
  return sum / n;
}
