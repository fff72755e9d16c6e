import { type Matrix, type Params, RecipeError } from '../../types.ts';
import { LINKAGES, type Linkage, METRICS, type Metric } from './names.ts';

/** What the tree is built by. */
export interface TreeOptions {
  readonly linkage: Linkage;
  readonly metric: Metric;
}

/**
 * Reads complete, valid params.
 * @throws RecipeError for what scikit-learn refuses as well: ward with another metric than euclidean, cosine with rows of zeros
 */
export function readTreeOptions(params: Params, X: Matrix): TreeOptions {
  const linkage = LINKAGES.find((name) => name === params.linkage)!;
  const metric = METRICS.find((name) => name === params.metric)!;
  if (linkage === 'ward' && metric !== 'euclidean') {
    throw new RecipeError('params.metric', `must be euclidean for ward linkage, not ${metric}`);
  }
  if (metric === 'cosine' && hasZeroRow(X)) {
    throw new RecipeError('params.metric', 'cosine cannot measure rows that are all zeros; take another metric');
  }
  return { linkage, metric };
}

/**
 * Where to cut a tree of n leaves: the number of clusters wanted, or the height from which on no merge is made.
 * @throws RecipeError unless exactly one of the two is given, and for more clusters than rows
 */
export function readCut(params: Params, n: number): { clusters: number } | { threshold: number } {
  const clusters = params.n_clusters as number | null;
  const threshold = params.distance_threshold as number | null;
  if (threshold !== null) {
    if (clusters !== null) {
      throw new RecipeError(
        'params.distance_threshold',
        'needs n_clusters null: exactly one of the two says where to cut',
      );
    }
    return { threshold };
  }
  if (clusters === null) {
    throw new RecipeError(
      'params.distance_threshold',
      'must be a number when n_clusters is null: one of the two says where to cut',
    );
  }
  if (clusters > n) throw new RecipeError('params.n_clusters', `must be at most the number of rows (${n})`);
  return { clusters };
}

function hasZeroRow({ data, rows, cols }: Matrix): boolean {
  for (let i = 0; i < rows; i++) {
    let f = 0;
    while (f < cols && data[i * cols + f] === 0) f++;
    if (f === cols) return true;
  }
  return false;
}
