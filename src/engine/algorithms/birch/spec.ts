// Frames: `init`, then an `insert` (or `split`, where a full leaf split) each row, or each few rows of many; `group`: the
// subclusters have their labels; `assign`: the rows have those of the result. Until `group` a row's label is the number of
// the subcluster that took it (0: the first that was made), UNASSIGNED before it arrives; `changed` are the rows since the
// frame before. `score` is the number of subclusters, s. Their `extra`:
//   subclusters         s × d: the centres, by number
//   radii, sizes        s: root of the mean squared distance from the centre, and number of rows
//   groups              s: the label of each subcluster; its own number before `group`
//   leafOf              s: the leaf that it is in, 0 … leaves - 1 in the order of the chain; leaves, depth: of the tree
//   threshold, branching_factor, n_clusters   as asked for; n_clusters 0: no grouping
// only `insert` and `split`: row, taker (its subcluster), isNew (1: started by it), splits (nodes that were full and split)
// only `assign`: nearest (n: the subcluster nearest to each row), moved (rows that another one had taken)
import type { AlgorithmSpec } from '../../spec/algorithm.ts';
import { int, real } from '../../spec/kinds.ts';
import { narrate } from './narrate.ts';
import { why } from './why.ts';

export const spec: AlgorithmSpec = {
  id: 'Birch',
  title: 'BIRCH',
  summary: 'Sums the points up in small subclusters as they arrive, then groups the subclusters.',
  href: 'https://scikit-learn.org/1.9/modules/generated/sklearn.cluster.Birch.html',
  params: {
    threshold: real({
      raising: 'fewer clusters',
      default: 0.5,
      above: 0,
      slider: [0.02, 5],
      scale: 'log',
      redo: 'fit',
      doc: 'The largest radius of a subcluster: a point that would make the nearest one wider starts one of its own.',
    }),
    n_clusters: int({
      raising: 'more clusters',
      default: 3,
      or: [null],
      min: 1,
      slider: [1, 20],
      redo: 'fit',
      doc: 'How many clusters ward linkage makes of the subclusters in the end. None: each subcluster is a cluster.',
    }),
    branching_factor: int({
      default: 50,
      min: 2,
      slider: [2, 100],
      redo: 'fit',
      advanced: true,
      doc: 'The most subclusters that a leaf, and nodes that a node, may hold; a fuller one is split in two.',
    }),
  },
  score: 'subclusters',
  narrate,
  why,
  regions({ phase, extra }) {
    if (phase !== 'assign') return null;
    const labels = extra.groups as Int32Array;
    const data = extra.subclusters as Float64Array;
    return { points: { data, rows: labels.length, cols: data.length / labels.length }, labels };
  },
};
