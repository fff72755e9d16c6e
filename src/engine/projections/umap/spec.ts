import { int, real, seed } from '../../spec/kinds.ts';
import type { ProjectionSpec } from '../../spec/projection.ts';

/** UMAP by umap-js, started from the principal components. */
export const umap = {
  id: 'umap',
  title: 'UMAP',
  note: 'neighbours drawn together',
  link: 'https://umap-learn.readthedocs.io/en/latest/parameters.html',
  kind: 'layout',
  reference: 'umap-learn',
  rows: 10_000,
  // Measured with 5,000 to 70,000 digits. umap-js keeps the ties of rows in objects.
  cost: (n, { n_neighbors }) => ({
    seconds: 7.6e-5 * n ** 1.37 * (0.3 + 0.7 * (Number(n_neighbors) / 15)),
    bytes: n * 2000 * Number(n_neighbors),
  }),
  params: {
    n_neighbors: int({
      default: 15,
      min: 2,
      max: 100,
      slider: [2, 100],
      redo: 'picture',
      doc: 'How many neighbours a point is tied to. More show the large shape, fewer the small one.',
    }),
    min_dist: real({
      default: 0.1,
      min: 0,
      max: 0.99,
      slider: [0, 0.99],
      redo: 'picture',
      doc: 'How close points may come. Small values pack clusters tightly.',
    }),
    random_state: seed({
      default: 42,
      advanced: true,
      redo: 'picture',
      doc: 'The seed of the random numbers: the same number gives the same picture.',
    }),
  },
} as const satisfies ProjectionSpec;
