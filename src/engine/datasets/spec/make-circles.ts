import type { DatasetSpec } from '../../spec/dataset.ts';
import { intOrList, real, seed } from '../../spec/kinds.ts';
import { generated, sampleBounds, shuffle } from './generated.ts';

export const makeCircles: DatasetSpec = {
  ...generated,
  id: 'make_circles',
  title: 'Circles',
  summary: 'A small circle inside a large one: two clusters with the same centre.',
  classNoun: 'circle',
  params: {
    n_samples: intOrList({
      default: 100,
      ...sampleBounds,
      length: 2,
      doc: 'The number of points, half on each circle; or a pair with the number on the outer and on the inner one.',
    }),
    noise: real({
      default: null,
      min: 0,
      or: [null],
      slider: [0, 0.5],
      redo: 'fit',
      doc: 'The standard deviation of the normal noise that is added to each coordinate; null for none.',
    }),
    factor: real({
      default: 0.8,
      min: 0,
      below: 1,
      slider: [0, 0.99],
      redo: 'fit',
      doc: 'The radius of the inner circle; the outer one has radius 1.',
    }),
    shuffle,
    random_state: seed(),
  },
  featureNames: ['x0', 'x1'],
  classNames: ['outer', 'inner'],
  start: {
    data: { n_samples: 500, noise: 0.05, factor: 0.5, random_state: 0 },
    params: {
      KMeans: { n_clusters: 2, random_state: 42 },
      MiniBatchKMeans: { n_clusters: 2, batch_size: 50, random_state: 42 },
      AgglomerativeClustering: { n_clusters: 2, linkage: 'single' },
      DBSCAN: { eps: 0.2 },
      MeanShift: { bandwidth: 0.5, bin_seeding: true },
      Birch: { threshold: 0.2, n_clusters: 2 },
      AffinityPropagation: { damping: 0.9, preference: -20, random_state: 42 },
      SpectralClustering: { n_clusters: 2, affinity: 'nearest_neighbors', random_state: 42 },
    },
  },
};
