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
    const classLog = Math.log(classSizes[cell.class]!);
    const clusterLog = Math.log(clusterSizes[cell.cluster]!);
    const part = share * (Math.log(cell.count) - Math.log(n)) + share * (2 * Math.log(n) - classLog - clusterLog);
    if (Math.abs(part) >= Number.EPSILON) sum += part;
  }
  return Math.max(0, sum);
}

/** Whether the two labelings are the same up to the names of the labels. */
export function isSamePartition({ classSizes, clusterSizes, cells }: CrossTable): boolean {
  return classSizes.length === clusterSizes.length && cells.length === classSizes.length;
}
