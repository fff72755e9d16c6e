import type { DatasetSpec } from '../../spec/dataset.ts';

export const iris: DatasetSpec = {
  id: 'iris',
  title: 'Iris',
  summary: '150 flowers · 4 features · 3 species known',
  noun: { one: 'flower', many: 'flowers' },
  classNoun: 'species',
  params: {},
  generated: false,
  featureNames: ['sepal length (cm)', 'sepal width (cm)', 'petal length (cm)', 'petal width (cm)'],
  classNames: ['setosa', 'versicolor', 'virginica'],
  rows: 150,
  fullScale: null,
  start: {
    features: [2, 3],
    params: {
      KMeans: { n_clusters: 3, random_state: 42 },
      MiniBatchKMeans: { n_clusters: 3, batch_size: 20, random_state: 42 },
      AgglomerativeClustering: { n_clusters: 3 },
      DBSCAN: { eps: 0.25, min_samples: 10 },
      Birch: { threshold: 0.2, n_clusters: 3 },
      AffinityPropagation: { damping: 0.9, preference: -10, random_state: 42 },
      SpectralClustering: { n_clusters: 3, affinity: 'nearest_neighbors', random_state: 42 },
    },
  },
};
