import { type CrossTable, crossTabulate } from './contingency.ts';
import { entropy, mutualInformation } from './information.ts';

/**
 * How far each cluster holds rows of a single class: 1 - H(class | cluster) / H(class), 0…1.
 * A single class gives 1. Rosenberg & Hirschberg 2007, "V-Measure".
 */
export function homogeneityScore(labelsTrue: Int32Array, labelsPred: Int32Array): number {
  return homogeneityOf(crossTabulate(labelsTrue, labelsPred));
}

/** The same from the table of the two labelings. */
export function homogeneityOf(table: CrossTable): number {
  const whole = entropy(table.classSizes, table.n);
  return whole === 0 ? 1 : mutualInformation(table) / whole;
}
