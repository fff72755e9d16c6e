import { real } from '../../spec/kinds.ts';
import type { ProjectionSpec } from '../../spec/projection.ts';

/** t-SNE as scikit-learn's `TSNE` starts it: from the principal components, so that it has no random numbers. */
export const tsne = {
  id: 'tsne',
  title: 't-SNE',
  note: 'neighbours stay neighbours',
  link: 'https://scikit-learn.org/stable/modules/generated/sklearn.manifold.TSNE.html',
  kind: 'layout',
  reference: 'scikit-learn',
  rows: 10_000,
  // Measured with 5,000 to 70,000 digits: neighbours and attraction go by the perplexity, repulsion by the tree.
  cost: (n, { perplexity }) => ({
    seconds: 2e-4 * n ** 1.3 * (0.6 + 0.4 * (Number(perplexity) / 30)),
    bytes: n * (1000 + 80 * Number(perplexity)),
  }),
  params: {
    perplexity: real({
      default: 30,
      min: 2,
      max: 100,
      slider: [5, 100],
      redo: 'picture',
      doc: 'About how many neighbours a point holds on to. More show the large shape, fewer the small one.',
    }),
    early_exaggeration: real({
      default: 12,
      min: 1,
      max: 100,
      advanced: true,
      redo: 'picture',
      doc: 'How much stronger neighbours attract each other during the first 250 steps, while groups form.',
    }),
    angle: real({
      default: 0.5,
      min: 0.1,
      max: 1,
      advanced: true,
      redo: 'picture',
      doc: 'How wide far points may seem and still count as one. Larger is faster and less exact.',
    }),
  },
} as const satisfies ProjectionSpec;
