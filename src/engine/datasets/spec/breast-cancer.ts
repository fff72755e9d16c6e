import type { DatasetSpec } from '../../spec/dataset.ts';

const measures = [
  'radius',
  'texture',
  'perimeter',
  'area',
  'smoothness',
  'compactness',
  'concavity',
  'concave points',
  'symmetry',
  'fractal dimension',
];

export const breastCancer: DatasetSpec = {
  id: 'breast_cancer',
  title: 'Breast cancer',
  summary: '569 tumours · 30 features · 2 diagnoses known',
  noun: { one: 'tumour', many: 'tumours' },
  classNoun: 'diagnosis',
  params: {},
  generated: false,
  featureNames: [
    ...measures.map((measure) => `mean ${measure}`),
    ...measures.map((measure) => `${measure} error`),
    ...measures.map((measure) => `worst ${measure}`),
  ],
  classNames: ['malignant', 'benign'],
  rows: 569,
  fullScale: null,
  start: {
    scaler: 'standard',
    params: {
      KMeans: { n_clusters: 2, random_state: 42 },
      MiniBatchKMeans: { n_clusters: 2, batch_size: 50, random_state: 42 },
      AgglomerativeClustering: { n_clusters: 2 },
      DBSCAN: { eps: 2.5, min_samples: 10 },
      MeanShift: { bandwidth: 2.8, bin_seeding: true },
      Birch: { threshold: 2.5, n_clusters: 2 },
      AffinityPropagation: { damping: 0.9, preference: -2500, random_state: 42 },
      SpectralClustering: { n_clusters: 2, affinity: 'nearest_neighbors', random_state: 42 },
    },
  },
};
