import type { DatasetSpec } from '../../spec/dataset.ts';
import { real, seed } from '../../spec/kinds.ts';
import { generated, samples } from './generated.ts';

export const makeSCurve: DatasetSpec = {
  ...generated,
  id: 'make_s_curve',
  title: 'S curve',
  summary: 'A sheet bent to an S in space: no clusters, but neighbours that only seem near.',
  classNoun: null,
  params: {
    n_samples: samples(100),
    noise: real({
      default: 0,
      min: 0,
      slider: [0, 0.5],
      redo: 'fit',
      doc: 'The standard deviation of the normal noise that is added to each coordinate.',
    }),
    random_state: seed(),
  },
  featureNames: ['x0', 'x1', 'x2'],
  classNames: [],
  start: {
    data: { n_samples: 500, noise: 0.05, random_state: 0 },
    params: {
      KMeans: { n_clusters: 4, random_state: 42 },
      MiniBatchKMeans: { n_clusters: 4, batch_size: 50, random_state: 42 },
      AgglomerativeClustering: { n_clusters: 4 },
      DBSCAN: { eps: 0.3 },
      MeanShift: { bandwidth: 1.1, bin_seeding: true },
      Birch: { threshold: 0.3, n_clusters: 4 },
      AffinityPropagation: { damping: 0.9, preference: -40, random_state: 42 },
      SpectralClustering: { n_clusters: 4, affinity: 'nearest_neighbors', random_state: 42 },
    },
  },
};
