import type { AlgorithmSpec } from '../spec/algorithm.ts';
import { spec as dbscan } from './dbscan/spec.ts';
import { spec as kmeans } from './kmeans/spec.ts';
import { spec as meanShift } from './mean-shift/spec.ts';
import { spec as miniBatchKMeans } from './mini-batch-k-means/spec.ts';

/** Every algorithm, in the order in which the page lists them. */
export const algorithms: readonly AlgorithmSpec[] = [kmeans, miniBatchKMeans, dbscan, meanShift];

export function algorithmSpec(id: string): AlgorithmSpec | undefined {
  return algorithms.find((algorithm) => algorithm.id === id);
}
