import type { DatasetSpec } from '../../spec/dataset.ts';

export const wine: DatasetSpec = {
  id: 'wine',
  title: 'Wine',
  summary: '178 wines · 13 features · 3 cultivars known',
  noun: { one: 'wine', many: 'wines' },
  classNoun: 'cultivar',
  params: {},
  generated: false,
  featureNames: [
    'alcohol',
    'malic_acid',
    'ash',
    'alcalinity_of_ash',
    'magnesium',
    'total_phenols',
    'flavanoids',
    'nonflavanoid_phenols',
    'proanthocyanins',
    'color_intensity',
    'hue',
    'od280/od315_of_diluted_wines',
    'proline',
  ],
  classNames: ['class_0', 'class_1', 'class_2'],
  rows: 178,
  fullScale: null,
  start: {
    scaler: 'standard',
    params: {
      KMeans: { n_clusters: 3, random_state: 42 },
      MiniBatchKMeans: { n_clusters: 3, batch_size: 20, random_state: 42 },
      AgglomerativeClustering: { n_clusters: 3 },
      Birch: { threshold: 1.8, n_clusters: 3 },
    },
  },
};
