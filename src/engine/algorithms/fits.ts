import type { Fit } from '../fit.ts';

/** The fits by scikit-learn's class name, each loaded when it is first run. Only the worker and the terminal take them. */
export const fits: Readonly<Record<string, () => Promise<Fit>>> = {
  KMeans: async () => (await import('./kmeans/fit.ts')).fit,
  MiniBatchKMeans: async () => (await import('./mini-batch-k-means/fit.ts')).fit,
  DBSCAN: async () => (await import('./dbscan/fit.ts')).fit,
  MeanShift: async () => (await import('./mean-shift/fit.ts')).fit,
};
