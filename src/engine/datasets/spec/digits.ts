import type { DatasetSpec } from '../../spec/dataset.ts';

/** The 8 × 8 pixels row by row, as scikit-learn names them. */
const pixels = Array.from({ length: 64 }, (_, i) => `pixel_${i >> 3}_${i & 7}`);

export const digits: DatasetSpec = {
  id: 'digits',
  title: 'Digits 8×8',
  summary: '1,797 handwritten digits · 64 pixels · 10 digits known',
  noun: { one: 'digit', many: 'digits' },
  classNoun: 'digit',
  params: {},
  generated: false,
  featureNames: pixels,
  classNames: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
  rows: 1797,
  fullScale: 16,
  image: { width: 8, height: 8 },
  start: {
    scaler: 'unit',
    params: {
      KMeans: { n_clusters: 10, random_state: 42 },
      MiniBatchKMeans: { n_clusters: 10, batch_size: 100, random_state: 42 },
      AgglomerativeClustering: { n_clusters: 10 },
      DBSCAN: { eps: 1.5, min_samples: 10 },
      Birch: { threshold: 1.2, n_clusters: 10 },
      AffinityPropagation: { damping: 0.9, preference: -150, random_state: 42 },
      SpectralClustering: { n_clusters: 10, affinity: 'nearest_neighbors', random_state: 42 },
    },
  },
};
