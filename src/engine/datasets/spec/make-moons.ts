import type { DatasetSpec } from '../../spec/dataset.ts';
import { intOrList, real, seed } from '../../spec/kinds.ts';
import { generated, sampleBounds, shuffle } from './generated.ts';

export const makeMoons: DatasetSpec = {
  ...generated,
  id: 'make_moons',
  title: 'Moons',
  summary: 'Two half circles that interlock: clusters that no straight line can part.',
  classNoun: 'moon',
  params: {
    n_samples: intOrList({
      default: 100,
      ...sampleBounds,
      length: 2,
      doc: 'The number of points, half on each moon; or a pair with the number on the upper and on the lower one.',
    }),
    noise: real({
      default: null,
      min: 0,
      or: [null],
      slider: [0, 0.5],
      redo: 'fit',
      doc: 'The standard deviation of the normal noise that is added to each coordinate; null for none.',
    }),
    shuffle,
    random_state: seed(),
  },
  featureNames: ['x0', 'x1'],
  classNames: ['upper', 'lower'],
  start: {
    data: { n_samples: 500, noise: 0.05, random_state: 0 },
    params: {
      KMeans: { n_clusters: 2, random_state: 42 },
      MiniBatchKMeans: { n_clusters: 2, batch_size: 50, random_state: 42 },
      AgglomerativeClustering: { n_clusters: 2, linkage: 'single' },
      DBSCAN: { eps: 0.2 },
      MeanShift: { bandwidth: 0.7, bin_seeding: true },
      Birch: { threshold: 0.2, n_clusters: 2 },
      AffinityPropagation: { damping: 0.9, preference: -40, random_state: 42 },
      SpectralClustering: { n_clusters: 2, affinity: 'nearest_neighbors', random_state: 42 },
    },
  },
};
