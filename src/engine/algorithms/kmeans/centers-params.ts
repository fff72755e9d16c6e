import { choice, int } from '../../spec/kinds.ts';

/** How many centres there are and where they start: the same for whatever moves centres. */
export const centersParams = {
  n_clusters: int({
    raising: 'more clusters',
    default: 8,
    min: 1,
    slider: [1, 20],
    redo: 'fit',
    doc: 'How many clusters to form, and so how many centres to move.',
  }),
  init: choice({
    default: 'k-means++',
    of: ['k-means++', 'random'],
    points: true,
    redo: 'fit',
    doc: 'Where the centres start: k-means++ spreads them over the points, random takes any rows, or place them by hand.',
  }),
};
