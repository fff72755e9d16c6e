import type { AlgorithmSpec } from '../spec/algorithm.ts';
import { spec as affinityPropagation } from './affinity-propagation/spec.ts';
import { spec as agglomerative } from './agglomerative/spec.ts';
import { spec as birch } from './birch/spec.ts';
import { spec as dbscan } from './dbscan/spec.ts';
import { spec as kmeans } from './kmeans/spec.ts';
import { spec as meanShift } from './mean-shift/spec.ts';
import { spec as miniBatchKMeans } from './mini-batch-k-means/spec.ts';
import { spec as spectral } from './spectral-clustering/spec.ts';

/** Every algorithm, in the order in which the page lists them. */
export const algorithms: readonly AlgorithmSpec[] = [
  kmeans,
  miniBatchKMeans,
  agglomerative,
  dbscan,
  meanShift,
  birch,
  affinityPropagation,
  spectral,
];

export function algorithmSpec(id: string): AlgorithmSpec | undefined {
  return algorithms.find((algorithm) => algorithm.id === id);
}
