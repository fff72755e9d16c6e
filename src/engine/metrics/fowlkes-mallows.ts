import { type CrossTable, crossTabulate } from './contingency.ts';

/**
 * The geometric mean of the pairs' precision and recall, 0…1. Labelings that join no pair in common (all rows alone, a
 * single row) score 0. Fowlkes & Mallows 1983, "A method for comparing two hierarchical clusterings".
 */
export function fowlkesMallowsScore(labelsTrue: Int32Array, labelsPred: Int32Array): number {
  return fowlkesMallowsOf(crossTabulate(labelsTrue, labelsPred));
}

/** The same from the table of the two labelings. */
export function fowlkesMallowsOf({ n, classSizes, clusterSizes, cells }: CrossTable): number {
  const together = cells.reduce((sum, { count }) => sum + count * count, -n);
  if (together === 0) return 0;
  return Math.sqrt(together / joined(clusterSizes, n)) * Math.sqrt(together / joined(classSizes, n));
}

/** Ordered pairs of different rows with the same label. */
function joined(sizes: Int32Array, n: number): number {
  return sizes.reduce((sum, size) => sum + size * size, -n);
}
