import type { AlgorithmSpec } from '../../spec/algorithm.ts';
import { choice, int, real } from '../../spec/kinds.ts';
import { narrate } from './narrate.ts';
import { METRICS } from './states.ts';
import { why } from './why.ts';

/** `AlgorithmSpec` of scikit-learn's DBSCAN. */
export const spec: AlgorithmSpec = {
  id: 'DBSCAN',
  title: 'DBSCAN',
  summary: 'Grows clusters through dense regions, whatever their shape, and leaves what is sparse as noise.',
  href: 'https://scikit-learn.org/stable/modules/generated/sklearn.cluster.DBSCAN.html',
  params: {
    eps: real({
      raising: 'fewer clusters',
      default: 0.5,
      above: 0,
      slider: [0.01, 2],
      scale: 'log',
      redo: 'fit',
      doc: 'How far a neighbour may be. The distance itself still counts as near.',
    }),
    min_samples: int({
      default: 5,
      min: 1,
      slider: [1, 50],
      redo: 'fit',
      doc: 'How many points must lie within eps of a point, itself included, to make it a core point.',
    }),
    metric: choice({
      default: 'euclidean',
      of: METRICS,
      redo: 'fit',
      doc: 'How distance is measured. cosine compares directions only; l1 and cityblock are manhattan, l2 is euclidean.',
    }),
    p: real({
      default: null,
      or: [null],
      above: 0,
      redo: 'fit',
      when: { metric: ['minkowski'] },
      advanced: true,
      doc: 'The power of the minkowski metric: 1 is manhattan, 2 is euclidean.',
    }),
    algorithm: choice({
      default: 'auto',
      of: ['auto', 'ball_tree', 'kd_tree', 'brute'],
      redo: 'fit',
      advanced: true,
      doc: 'How scikit-learn searches for neighbours. It changes the time there, not the labels.',
    }),
    leaf_size: int({
      default: 30,
      min: 1,
      redo: 'fit',
      advanced: true,
      doc: 'How many points a leaf of scikit-learn’s search tree holds. It changes the time there, not the labels.',
    }),
  },
  score: 'share of points in clusters',
  narrate,
  why,
  regions: 'neighbours',
};
