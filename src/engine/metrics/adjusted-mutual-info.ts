import { type CrossTable, crossTabulate } from './contingency.ts';
import { expectedMutualInformation } from './expected-mutual-info.ts';
import { entropy, isSamePartition, mutualInformation } from './information.ts';

/**
 * Mutual information corrected for chance, over the arithmetic mean of the entropies corrected alike: 1 for the same
 * partition, about 0 for random ones. Numerator and denominator keep at least the rounding of 1, as in scikit-learn, so
 * that 0 / 0 does not arise. Vinh, Epps & Bailey 2010.
 */
export function adjustedMutualInfoScore(labelsTrue: Int32Array, labelsPred: Int32Array): number {
  return adjustedMutualInfoOf(crossTabulate(labelsTrue, labelsPred));
}

/** The same from the table of the two labelings. */
export function adjustedMutualInfoOf(table: CrossTable): number {
  if (isSamePartition(table)) return 1;
  const { classSizes, clusterSizes, n } = table;
  const expected = expectedMutualInformation(classSizes, clusterSizes, n);
  const most = (entropy(classSizes, n) + entropy(clusterSizes, n)) / 2;
  return awayFromZero(mutualInformation(table) - expected) / awayFromZero(most - expected);
}

function awayFromZero(value: number): number {
  return value < 0 ? Math.min(value, -Number.EPSILON) : Math.max(value, Number.EPSILON);
}
