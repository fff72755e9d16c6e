import type { CrossTable } from './contingency.ts';

/** The entropy, in nats, of a labeling with these cluster sizes. A single cluster has none, exactly. */
export function entropy(sizes: Int32Array, n: number): number {
  if (sizes.length <= 1) return 0;
  let sum = 0;
  for (const size of sizes) sum -= (size / n) * (Math.log(size) - Math.log(n));
  return sum;
}

/** The mutual information, in nats, of two labelings. Shares below the rounding of 1 count as 0, as in scikit-learn. */
export function mutualInformation({ n, classSizes, clusterSizes, cells }: CrossTable): number {
  if (classSizes.length <= 1 || clusterSizes.length <= 1) return 0;
  let sum = 0;
  for (const cell of cells) {
    const share = cell.count / n;
    // The terms in scikit-learn's order, so that they round alike.
    const logOuter = -Math.log(classSizes[cell.class]! * clusterSizes[cell.cluster]!) + Math.log(n) + Math.log(n);
    const part = share * (Math.log(cell.count) - Math.log(n)) + share * logOuter;
    if (Math.abs(part) >= Number.EPSILON) sum += part;
  }
  return Math.max(0, sum);
}

/** Whether the two labelings are the same up to the names of the labels. */
export function isSamePartition({ classSizes, clusterSizes, cells }: CrossTable): boolean {
  return classSizes.length === clusterSizes.length && cells.length === classSizes.length;
}
