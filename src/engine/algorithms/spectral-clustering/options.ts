import { type Matrix, type Params, RecipeError } from '../../types.ts';

/** The parameters, read once and typed. */
export interface Options {
  readonly clusters: number;
  /** Columns of the embedding. */
  readonly components: number;
  readonly affinity: 'rbf' | 'nearest_neighbors';
  readonly gamma: number;
  readonly neighbours: number;
  readonly assign: 'kmeans' | 'discretize' | 'cluster_qr';
  readonly runs: number;
}

/** Reads complete, valid params; throws a RecipeError for what does not go with the n points. */
export function readOptions(params: Params, { rows: n }: Matrix): Options {
  if (n < 2) throw new RecipeError('rows', 'must be at least 2: a single point has no graph');
  const clusters = params.n_clusters as number;
  if (clusters > n) throw new RecipeError('params.n_clusters', `must be at most the number of rows (${n})`);
  const neighbours = params.n_neighbors as number;
  if (params.affinity === 'nearest_neighbors' && neighbours > n) {
    throw new RecipeError('params.n_neighbors', `must be at most the number of rows (${n})`);
  }
  return {
    clusters,
    components: Math.min((params.n_components as number | null) ?? clusters, n),
    affinity: params.affinity as Options['affinity'],
    gamma: params.gamma as number,
    neighbours,
    assign: params.assign_labels as Options['assign'],
    runs: params.n_init as number,
  };
}
