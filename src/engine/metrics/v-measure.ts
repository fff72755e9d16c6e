import { completenessScore } from './completeness.ts';
import { homogeneityScore } from './homogeneity.ts';

/** The harmonic mean of homogeneity and completeness; 0 where both are 0. */
export function vMeasureScore(labelsTrue: Int32Array, labelsPred: Int32Array): number {
  const homogeneity = homogeneityScore(labelsTrue, labelsPred);
  const completeness = completenessScore(labelsTrue, labelsPred);
  const sum = homogeneity + completeness;
  return sum === 0 ? 0 : (2 * homogeneity * completeness) / sum;
}
