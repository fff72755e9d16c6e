import { type CrossTable, crossTabulate } from './contingency.ts';
import { entropy, mutualInformation } from './information.ts';

/**
 * Mutual information over the arithmetic mean of the two entropies, 0…1. A single class against a single cluster scores 1;
 * no mutual information, 0.
 */
export function normalizedMutualInfoScore(labelsTrue: Int32Array, labelsPred: Int32Array): number {
  return normalizedMutualInfoOf(crossTabulate(labelsTrue, labelsPred));
}

/** The same from the table of the two labelings. */
export function normalizedMutualInfoOf(table: CrossTable): number {
  if (table.classSizes.length <= 1 && table.clusterSizes.length <= 1) return 1;
  return mutualInformation(table) / ((entropy(table.classSizes, table.n) + entropy(table.clusterSizes, table.n)) / 2);
}
