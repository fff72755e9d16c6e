import { affinityPropagation } from './affinity-propagation.ts';
import { agglomerativeClustering } from './agglomerative-clustering.ts';
import { birch } from './birch.ts';
import { dbscan } from './dbscan.ts';
import { meanShift } from './mean-shift.ts';
import { miniBatchKMeans } from './mini-batch-k-means.ts';
import type { Overlay } from './overlay.ts';
import { spectralClustering } from './spectral-clustering.ts';

/** The picture of its own that an estimator has, by scikit-learn's name. */
const overlays: Readonly<Record<string, Overlay>> = {
  MiniBatchKMeans: miniBatchKMeans,
  AgglomerativeClustering: agglomerativeClustering,
  DBSCAN: dbscan,
  MeanShift: meanShift,
  Birch: birch,
  AffinityPropagation: affinityPropagation,
  SpectralClustering: spectralClustering,
};

export const overlayOf = (algorithm: string): Overlay | null =>
  Object.hasOwn(overlays, algorithm) ? overlays[algorithm]! : null;
