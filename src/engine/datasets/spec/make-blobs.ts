import type { DatasetSpec } from '../../spec/dataset.ts';
import { int, intOrList, intOrPoints, range, realOrList, seed } from '../../spec/kinds.ts';
import { generated, MOST_ROWS, sampleBounds, shuffle } from './generated.ts';

export const makeBlobs: DatasetSpec = {
  ...generated,
  id: 'make_blobs',
  title: 'Blobs',
  summary: 'Round clouds of points, each from a normal distribution: what k-means was made for.',
  classNoun: 'blob',
  params: {
    n_samples: intOrList({
      default: 100,
      ...sampleBounds,
      doc: 'The number of points, split evenly over the blobs; or a list with the number for each blob.',
    }),
    n_features: int({
      default: 2,
      min: 1,
      max: 10_000,
      slider: [1, 20],
      redo: 'fit',
      doc: 'The number of columns. Centres given by hand bring their own.',
    }),
    centers: intOrPoints({
      default: null,
      min: 1,
      max: MOST_ROWS,
      slider: [1, 10],
      or: [null],
      redo: 'fit',
      doc: 'The number of blobs, or their centres. Null means 3, or as many as n_samples has entries.',
    }),
    cluster_std: realOrList({
      default: 1,
      min: 0,
      slider: [0, 5],
      redo: 'fit',
      doc: 'The standard deviation of the blobs: one for all, or a list with one for each.',
    }),
    center_box: range({
      default: [-10, 10],
      redo: 'fit',
      advanced: true,
      doc: 'The interval from which each coordinate of a centre is drawn.',
    }),
    shuffle,
    random_state: seed(),
  },
  featureNames: ['x0', 'x1'],
  width: ({ n_features, centers }) => (centers as readonly (readonly number[])[])?.[0]?.length ?? Number(n_features),
  classNames: ['0', '1', '2'],
  start: {
    data: { n_samples: 500, centers: 3, random_state: 30 },
    params: {
      KMeans: { n_clusters: 3, random_state: 42 },
      MiniBatchKMeans: { n_clusters: 3, batch_size: 50, random_state: 42 },
      AgglomerativeClustering: { n_clusters: 3 },
      DBSCAN: { eps: 0.5, min_samples: 10 },
      MeanShift: { bandwidth: 2.1, bin_seeding: true },
      Birch: { threshold: 0.3, n_clusters: 3 },
      AffinityPropagation: { damping: 0.9, preference: -200, random_state: 42 },
      SpectralClustering: { n_clusters: 3, random_state: 42 },
    },
  },
};
