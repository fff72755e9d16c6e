import type { DatasetSpec } from '../../spec/dataset.ts';
import { bool, real, seed } from '../../spec/kinds.ts';
import { generated, samples } from './generated.ts';

export const makeSwissRoll: DatasetSpec = {
  ...generated,
  id: 'make_swiss_roll',
  title: 'Swiss roll',
  summary: 'A sheet rolled up in space: the turns lie close, though far apart along the sheet.',
  classNoun: null,
  params: {
    n_samples: samples(100),
    noise: real({
      default: 0,
      min: 0,
      slider: [0, 3],
      redo: 'fit',
      doc: 'The standard deviation of the normal noise that is added to each coordinate.',
    }),
    hole: bool({ default: false, redo: 'fit', doc: 'Whether the sheet has a hole in its middle.' }),
    random_state: seed(),
  },
  featureNames: ['x0', 'x1', 'x2'],
  classNames: [],
  start: {
    data: { n_samples: 500, noise: 0.1, random_state: 0 },
    params: {
      KMeans: { n_clusters: 6, random_state: 42 },
      MiniBatchKMeans: { n_clusters: 6, batch_size: 50, random_state: 42 },
      AgglomerativeClustering: { n_clusters: 6 },
      DBSCAN: { eps: 3 },
      MeanShift: { bandwidth: 7, bin_seeding: true },
      Birch: { threshold: 1.8, n_clusters: 6 },
      AffinityPropagation: { damping: 0.9, preference: -4000, random_state: 42 },
      SpectralClustering: { n_clusters: 6, affinity: 'nearest_neighbors', random_state: 42 },
    },
  },
};
