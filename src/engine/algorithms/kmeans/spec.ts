import type { AlgorithmSpec } from '../../spec/algorithm.ts';
import { choice, int, real, seed } from '../../spec/kinds.ts';
import { centersParams } from './centers-params.ts';
import { narrate, why } from './words.ts';

export const spec: AlgorithmSpec = {
  id: 'KMeans',
  title: 'K-Means',
  summary: 'Moves k centres until each sits in the middle of the points nearest to it.',
  href: 'https://scikit-learn.org/1.9/modules/generated/sklearn.cluster.KMeans.html',
  params: {
    ...centersParams,
    n_init: int({
      default: 'auto',
      or: ['auto'],
      min: 1,
      slider: [1, 20],
      redo: 'fit',
      when: { init: ['k-means++', 'random'] },
      doc: 'How many runs to make, each from other centres; the one with the lowest inertia is kept. auto: 1 for k-means++, 10 for random.',
    }),
    random_state: seed(),
    max_iter: int({
      default: 300,
      min: 1,
      slider: [1, 300],
      scale: 'log',
      redo: 'fit',
      advanced: true,
      doc: 'The most iterations (one assignment, one update of the centres) that a run may take.',
    }),
    tol: real({
      default: 1e-4,
      min: 0,
      slider: [1e-6, 1],
      scale: 'log',
      redo: 'fit',
      advanced: true,
      doc: 'A run ends when the squared moves of the centres sum to no more than this times the mean variance of the features; 0: only when no label changes.',
    }),
    algorithm: choice({
      default: 'lloyd',
      of: ['lloyd', 'elkan'],
      redo: 'fit',
      advanced: true,
      doc: 'How nearest centres are found: lloyd measures every distance, elkan skips those that the triangle inequality rules out. The result is the same but for rounding.',
    }),
  },
  score: 'inertia',
  isOfMeans: true,
  takesBytes: true,
  narrate,
  why,
};
