// What a frame's `extra` holds.
// phase 'init' (step 0): the centres before the first batch
//   inits        how many draws of centres were made; the best is shown
//   initSize     rows that a draw looked at
//   candidates   rows that k-means++ tried for each centre, 0 for other ways
//   seeds        Int32Array: the rows behind the centres, empty for centres given by hand
// phase 'batch' (every step): `labels` are the nearest centres of all rows after the step, `score` is the smoothed inertia
//   batch        Int32Array: rows of the batch in the order drawn, some more than once; the first 1024 of a larger one
//   batchLabels  Int32Array beside it: the centre that each was nearest to before the step, and so pulled
//   batchSize    rows of the whole batch
//   counts       Float64Array(k): rows that each centre has been moved by so far (after reassignment)
//   rates        Float64Array(k): how far of the way to the mean of its rows in the batch each centre went, 0…1
//   shift        Float64Array(k): how far each centre moved in this step
//   reassigned   Int32Array: centres that were put on a row of the batch drawn at random
//   inertia      mean squared distance of the batch's rows to their centres before those moved
//   ewaInertia   its exponentially weighted average, from the second step on; lowest: the least so far
//   stale        steps since that; patience: max_no_improvement, -1 for none
//   passes       rows drawn so far over n; steps: the most batches that max_iter allows
//   ending       0 while it goes on, else ENDING
import type { AlgorithmSpec } from '../../spec/algorithm.ts';
import { int, real, seed } from '../../spec/kinds.ts';
import { centersParams } from '../kmeans/centers-params.ts';
import { narrate, why } from './words.ts';

export const spec: AlgorithmSpec = {
  id: 'MiniBatchKMeans',
  title: 'Mini-Batch K-Means',
  summary: 'K-Means that looks at a few random points at a time: each pulls its nearest centre, less and less.',
  href: 'https://scikit-learn.org/1.9/modules/generated/sklearn.cluster.MiniBatchKMeans.html',
  params: {
    ...centersParams,
    batch_size: int({
      default: 1024,
      min: 1,
      slider: [1, 4096],
      scale: 'log',
      redo: 'fit',
      doc: 'How many points each step draws, with replacement. Small batches make the centres tremble, large ones make it K-Means.',
    }),
    random_state: seed(),
    n_init: int({
      default: 'auto',
      or: ['auto'],
      min: 1,
      slider: [1, 20],
      redo: 'fit',
      advanced: true,
      when: { init: ['k-means++', 'random'] },
      doc: 'How often the first centres are drawn; those with the lowest inertia on a sample are kept. auto: 1 for k-means++, 3 for random.',
    }),
    max_iter: int({
      default: 100,
      min: 1,
      slider: [1, 300],
      scale: 'log',
      redo: 'fit',
      advanced: true,
      doc: 'The most passes: as many batches as make so many times the number of rows.',
    }),
    max_no_improvement: int({
      default: 10,
      or: [null],
      min: 0,
      slider: [0, 50],
      redo: 'fit',
      advanced: true,
      doc: 'The fit ends after so many batches in a row without a new low of the smoothed inertia; null: it does not.',
    }),
    tol: real({
      default: 0,
      min: 0,
      slider: [0, 0.1],
      redo: 'fit',
      advanced: true,
      doc: 'The fit ends when the squared moves of the centres sum to no more than this times the mean variance of the features; 0: it does not.',
    }),
    init_size: int({
      default: null,
      or: [null],
      min: 1,
      slider: [10, 5000],
      scale: 'log',
      redo: 'fit',
      advanced: true,
      doc: 'How many rows, drawn at random, the first centres are chosen from. Null: three times batch_size. At most all rows.',
    }),
    reassignment_ratio: real({
      default: 0.01,
      min: 0,
      slider: [0, 0.5],
      redo: 'fit',
      advanced: true,
      doc: 'A centre that has seen less than this share of what the busiest one has seen is put on a random point of the batch; 0: never.',
    }),
  },
  score: 'smoothed inertia',
  isOfMeans: true,
  takesBytes: true,
  narrate,
  why,
};
