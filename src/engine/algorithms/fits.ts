import type { Cut, Fit, HelpedFit, Share } from '../fit.ts';

/** The fits by scikit-learn's class name, each loaded when it is first run. Only the worker and the terminal take them. */
export const fits: Readonly<Record<string, () => Promise<Fit>>> = {
  KMeans: async () => (await import('./kmeans/fit.ts')).fit,
  MiniBatchKMeans: async () => (await import('./mini-batch-k-means/fit.ts')).fit,
  AgglomerativeClustering: async () => (await import('./agglomerative/fit.ts')).fit,
  DBSCAN: async () => (await import('./dbscan/fit.ts')).fit,
  MeanShift: async () => (await import('./mean-shift/fit.ts')).fit,
  Birch: async () => (await import('./birch/fit.ts')).fit,
  AffinityPropagation: async () => (await import('./affinity-propagation/fit.ts')).fit,
  SpectralClustering: async () => (await import('./spectral-clustering/fit.ts')).fit,
};

/** What a fit can be cut anew by, for the algorithms that have parameters with `redo: 'cut'`. */
export const cuts: Readonly<Record<string, () => Promise<Cut>>> = {
  AgglomerativeClustering: async () => (await import('./agglomerative/fit.ts')).cut,
};

/** How fits of many parameters share their work in a sweep, for the algorithms that have a way. */
export const shares: Readonly<Record<string, () => Promise<Share>>> = {
  DBSCAN: async () => (await import('./dbscan/share.ts')).share,
};

/** The fits that know how to share their work with other threads. */
export const helpedFits: Readonly<Record<string, () => Promise<HelpedFit>>> = {
  KMeans: async () => (await import('./kmeans/fit.ts')).helpedFit,
};
