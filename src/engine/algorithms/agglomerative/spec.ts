// Frames: `init` (all rows apart: UNASSIGNED), a `merge` each (of a long fit only some of the early ones), `cut` (the labels
// of the result). A row is UNASSIGNED until a merge reaches it. `score` is the height of the merge. Their `extra`:
//   linkage, metric     places in LINKAGES and METRICS (names.ts)
//   merges, clusters    merges made so far, clusters left; `cut`: how many there are at the end
//   height, next        of the last merge made (0: none) and of the one after it (∞: none)
//   firstRows, secondRows   the rows of the two clusters merged in this step; empty in `init` and `cut`
// only `init`, which every timeline keeps: children (2 · (n - 1) nodes), heights (n - 1): the whole tree, for the dendrogram
// only `merge`:
//   first, second       the nodes merged: below n a row, n + m the cluster made by merge m
//   means               2 × d: the middles of the two clusters before they merged
//   pair                single and complete linkage: the two rows on which the height hangs; else empty
import type { AlgorithmSpec } from '../../spec/algorithm.ts';
import { bool, choice, int, real } from '../../spec/kinds.ts';
import { cost } from './cost.ts';
import { LINKAGES, METRICS } from './names.ts';
import { narrate } from './narrate.ts';
import { why } from './why.ts';

export const spec: AlgorithmSpec = {
  id: 'AgglomerativeClustering',
  title: 'Agglomerative',
  summary: 'Merges the two nearest clusters, again and again, into a tree, and cuts it at a height of your choice.',
  href: 'https://scikit-learn.org/1.9/modules/generated/sklearn.cluster.AgglomerativeClustering.html',
  params: {
    n_clusters: int({
      raising: 'more clusters',
      default: 2,
      or: [null],
      min: 1,
      slider: [1, 20],
      redo: 'cut',
      doc: 'How many clusters to leave. None: as many as distance_threshold leaves.',
    }),
    distance_threshold: real({
      raising: 'fewer clusters',
      default: null,
      or: [null],
      min: 0,
      slider: [0.01, 200],
      scale: 'log',
      when: { n_clusters: [null] },
      redo: 'cut',
      doc: 'The height of the cut: merges at this height or above are not made. Needs n_clusters None.',
    }),
    linkage: choice({
      default: 'ward',
      of: LINKAGES,
      redo: 'fit',
      doc: 'Which clusters count as near: ward those whose union is least spread out, complete by their farthest members, average by all pairs, single by their nearest members.',
    }),
    metric: choice({
      default: 'euclidean',
      of: METRICS,
      redo: 'fit',
      doc: 'How distance is measured; ward takes euclidean only. cosine compares directions; l1 and cityblock are manhattan, l2 and minkowski euclidean.',
    }),
    compute_distances: bool({
      default: false,
      redo: 'picture',
      advanced: true,
      doc: 'Whether scikit-learn keeps the heights of the merges for n_clusters too. Here they are always kept.',
    }),
  },
  score: 'merge height',
  narrate,
  why,
  regions: 'neighbours',
  cost,
};
