import { homogeneityScore } from './homogeneity.ts';

/** How far each class lies in a single cluster: homogeneity with classes and clusters exchanged. A single cluster gives 1. */
export function completenessScore(labelsTrue: Int32Array, labelsPred: Int32Array): number {
  return homogeneityScore(labelsPred, labelsTrue);
}
