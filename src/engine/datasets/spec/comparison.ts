import type { DatasetSpec } from '../../spec/dataset.ts';
import { seed } from '../../spec/kinds.ts';
import { pythonValue } from '../../spec/python-values.ts';
import { generated, samples } from './generated.ts';

/** The three shapes of scikit-learn's cluster comparison that have no generator of their own; the defaults are its values. */
export const aniso: DatasetSpec = {
  ...generated,
  id: 'aniso',
  title: 'Stretched blobs',
  summary: 'Three blobs stretched along a slope, from scikit-learn’s comparison of clustering methods.',
  classNoun: 'blob',
  params: { n_samples: samples(500), random_state: seed({ default: 170 }) },
  featureNames: ['x0', 'x1'],
  classNames: ['0', '1', '2'],
  start: {
    params: {
      KMeans: { n_clusters: 3, random_state: 42 },
      MiniBatchKMeans: { n_clusters: 3, batch_size: 50, random_state: 42 },
      AgglomerativeClustering: { n_clusters: 3, linkage: 'average' },
      MeanShift: { bandwidth: 1.1, bin_seeding: true },
      Birch: { threshold: 0.3, n_clusters: 3 },
      AffinityPropagation: { damping: 0.9, preference: -200, random_state: 42 },
      SpectralClustering: { n_clusters: 3, affinity: 'nearest_neighbors', random_state: 42 },
    },
  },
  python: ({ n_samples, random_state }) => ({
    imports: ['from sklearn.datasets import make_blobs'],
    lines: [
      `X, y = make_blobs(n_samples=${pythonValue(n_samples!)}, random_state=${pythonValue(random_state!)})`,
      'X = X @ [[0.6, -0.6], [-0.4, 0.8]]',
    ],
  }),
};

export const varied: DatasetSpec = {
  ...generated,
  id: 'varied',
  title: 'Uneven blobs',
  summary: 'Three blobs, one wide and one narrow, from scikit-learn’s comparison of clustering methods.',
  classNoun: 'blob',
  params: { n_samples: samples(500), random_state: seed({ default: 170 }) },
  featureNames: ['x0', 'x1'],
  classNames: ['0', '1', '2'],
  start: {
    params: {
      KMeans: { n_clusters: 3, random_state: 42 },
      MiniBatchKMeans: { n_clusters: 3, batch_size: 50, random_state: 42 },
      AgglomerativeClustering: { n_clusters: 3 },
      DBSCAN: { eps: 1, min_samples: 10 },
      MeanShift: { bandwidth: 2.7, bin_seeding: true },
      Birch: { threshold: 0.2, n_clusters: 3 },
      AffinityPropagation: { damping: 0.9, preference: -700, random_state: 42 },
      SpectralClustering: { n_clusters: 3, affinity: 'nearest_neighbors', random_state: 42 },
    },
  },
  python: ({ n_samples, random_state }) => ({
    imports: ['from sklearn.datasets import make_blobs'],
    lines: [
      `X, y = make_blobs(n_samples=${pythonValue(n_samples!)}, cluster_std=[1.0, 2.5, 0.5], random_state=${pythonValue(random_state!)})`,
    ],
  }),
};

export const noStructure: DatasetSpec = {
  ...generated,
  id: 'no_structure',
  title: 'No structure',
  summary: 'Points spread evenly over a square: there is nothing to find, whatever an algorithm says.',
  classNoun: null,
  params: { n_samples: samples(500), random_state: seed({ default: 30 }) },
  featureNames: ['x0', 'x1'],
  classNames: [],
  start: {
    params: {
      KMeans: { n_clusters: 3, random_state: 42 },
      MiniBatchKMeans: { n_clusters: 3, batch_size: 50, random_state: 42 },
      AgglomerativeClustering: { n_clusters: 3 },
      DBSCAN: { eps: 0.05 },
      MeanShift: { bandwidth: 0.27, bin_seeding: true },
      Birch: { threshold: 0.1, n_clusters: 3 },
      AffinityPropagation: { damping: 0.9, preference: -5, random_state: 42 },
      SpectralClustering: { n_clusters: 3, affinity: 'nearest_neighbors', random_state: 42 },
    },
  },
  python: ({ n_samples, random_state }) => ({
    imports: ['import numpy as np'],
    lines: [`X = np.random.RandomState(${pythonValue(random_state!)}).random_sample((${pythonValue(n_samples!)}, 2))`],
  }),
};
