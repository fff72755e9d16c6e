import { completenessOf } from './completeness.ts';
import { type CrossTable, crossTabulate } from './contingency.ts';
import { homogeneityOf } from './homogeneity.ts';

/** The harmonic mean of homogeneity and completeness; 0 where both are 0. */
export function vMeasureScore(labelsTrue: Int32Array, labelsPred: Int32Array): number {
  return vMeasureOf(crossTabulate(labelsTrue, labelsPred));
}

/** The same from the table of the two labelings. */
export function vMeasureOf(table: CrossTable): number {
  const homogeneity = homogeneityOf(table);
  const completeness = completenessOf(table);
  const sum = homogeneity + completeness;
  return sum === 0 ? 0 : (2 * homogeneity * completeness) / sum;
}
