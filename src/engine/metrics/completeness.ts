import { type CrossTable, transposed } from './contingency.ts';
import { homogeneityOf, homogeneityScore } from './homogeneity.ts';

/** How far each class lies in a single cluster: homogeneity with classes and clusters exchanged. A single cluster gives 1. */
export function completenessScore(labelsTrue: Int32Array, labelsPred: Int32Array): number {
  return homogeneityScore(labelsPred, labelsTrue);
}

/** The same from the table of the two labelings. */
export function completenessOf(table: CrossTable): number {
  return homogeneityOf(transposed(table));
}
