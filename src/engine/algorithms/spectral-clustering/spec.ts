import type { AlgorithmSpec } from '../../spec/algorithm.ts';
import { bool, choice, int, real, seed } from '../../spec/kinds.ts';
import { cost } from './cost.ts';
import { narrate } from './narrate.ts';
import { why } from './why.ts';

/**
 * SpectralClustering. Its frames: 'graph' (always the first), 'embed', then the steps that find clusters in the embedding:
 * k-means' 'init', 'assign', 'update' (of the best of n_init runs), or 'discretize' once a turn, or one 'cluster_qr'.
 * `centers` is null throughout: k-means' centres lie in the embedding. `extra` of every frame: n_clusters, and gamma or
 * n_neighbors. Of 'graph':
 *   edges              2 × m rows: pairs, the strongest four ties of each row (so m ≤ 4 n), each once
 *   weights            m: how strong they are, 0…1
 *   degrees            n: the sum of all ties of each row
 * Of every later frame:
 *   embedding          n × components, row by row: the rows' places
 *   components         its number of columns
 *   axes               up to three columns worth drawing, the first two as x and y
 * and besides, of 'embed': eigenvalues (one a column, ascending); of k-means' frames: embedding_centers (n_clusters × components),
 * run, runs, iteration, ending (as KMeans' own); of 'discretize': rotation (components × components), iteration, ending (1 in the
 * last); of 'cluster_qr': pivots (the rows that the axes were turned to).
 */
export const spec: AlgorithmSpec = {
  id: 'SpectralClustering',
  title: 'Spectral',
  summary: 'Ties similar points together, and cuts the graph where it is thinnest: clusters may have any shape.',
  href: 'https://scikit-learn.org/1.9/modules/generated/sklearn.cluster.SpectralClustering.html',
  params: {
    n_clusters: int({
      default: 8,
      min: 1,
      raising: 'more clusters',
      slider: [1, 20],
      redo: 'fit',
      doc: 'How many clusters to form.',
    }),
    affinity: choice({
      default: 'rbf',
      of: ['rbf', 'nearest_neighbors'],
      redo: 'fit',
      doc: 'What ties points: rbf ties all pairs, the nearer the stronger; nearest_neighbors ties each point to a few only, which follows bent shapes and takes little memory.',
    }),
    gamma: real({
      default: 1,
      min: 0,
      slider: [0.01, 100],
      scale: 'log',
      redo: 'fit',
      when: { affinity: ['rbf'] },
      doc: 'How fast a tie weakens with distance: its strength is exp(-gamma · squared distance).',
    }),
    n_neighbors: int({
      default: 10,
      min: 1,
      slider: [2, 50],
      redo: 'fit',
      when: { affinity: ['nearest_neighbors'] },
      doc: 'How many nearest points each point is tied to, itself counted.',
    }),
    assign_labels: choice({
      default: 'kmeans',
      of: ['kmeans', 'discretize', 'cluster_qr'],
      redo: 'fit',
      doc: 'How clusters are found in the embedding: by k-means, by turning the axes until each is a cluster, or directly by a pivoted QR factorisation.',
    }),
    random_state: seed(),
    n_init: int({
      default: 10,
      min: 1,
      slider: [1, 20],
      redo: 'fit',
      advanced: true,
      when: { assign_labels: ['kmeans'] },
      doc: 'How many runs of k-means to make in the embedding; the one with the lowest inertia is kept.',
    }),
    n_components: int({
      default: null,
      or: [null],
      min: 1,
      slider: [1, 20],
      redo: 'fit',
      advanced: true,
      doc: 'How many columns the embedding has. Empty: as many as clusters.',
    }),
    eigen_solver: choice({
      default: null,
      of: [null, 'arpack', 'lobpcg', 'amg'],
      redo: 'picture',
      advanced: true,
      doc: 'Which solver scikit-learn uses for the eigenvectors. Here they are found to full precision whatever it says.',
    }),
    eigen_tol: real({
      default: 'auto',
      or: ['auto'],
      min: 0,
      redo: 'picture',
      advanced: true,
      doc: 'When scikit-learn’s solver may stop. Here the eigenvectors are found to full precision whatever it says.',
    }),
    degree: real({
      default: 3,
      min: 0,
      redo: 'picture',
      advanced: true,
      doc: 'Of scikit-learn’s poly kernel; rbf and nearest_neighbors ignore it.',
    }),
    coef0: real({
      default: 1,
      redo: 'picture',
      advanced: true,
      doc: 'Of scikit-learn’s poly and sigmoid kernels; rbf and nearest_neighbors ignore it.',
    }),
    n_jobs: int({
      default: null,
      or: [null],
      redo: 'picture',
      advanced: true,
      doc: 'How many processors scikit-learn uses. It changes nothing here.',
    }),
    verbose: bool({
      default: false,
      redo: 'picture',
      advanced: true,
      doc: 'Whether scikit-learn prints how it goes. It changes nothing here.',
    }),
  },
  score: 'inertia in the embedding',
  regions: 'neighbours',
  cost,
  narrate,
  why,
};
