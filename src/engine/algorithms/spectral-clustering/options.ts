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
  // discretize and cluster_qr make as many clusters as there are components.
  if (clusters > n && params.assign_labels === 'kmeans') {
    throw new RecipeError('params.n_clusters', `must be at most the number of rows (${n})`);
  }
  const neighbours = params.n_neighbors as number;
  const components = (params.n_components as number | null) ?? clusters;
  if (params.affinity === 'nearest_neighbors') checkSparse(params, n, neighbours, components);
  return {
    clusters,
    components: Math.min(components, n),
    affinity: params.affinity as Options['affinity'],
    gamma: params.gamma as number,
    neighbours,
    assign: params.assign_labels as Options['assign'],
    runs: params.n_init as number,
  };
}

/** What a graph of nearest neighbours does not allow: ARPACK, scikit-learn's usual solver, finds all eigenvectors but one. */
function checkSparse(params: Params, n: number, neighbours: number, components: number): void {
  if (neighbours > n) throw new RecipeError('params.n_neighbors', `must be at most the number of rows (${n})`);
  const isArpack = params.eigen_solver === null || params.eigen_solver === 'arpack';
  if (components >= n && isArpack) {
    const field = params.n_components === null ? 'params.n_clusters' : 'params.n_components';
    throw new RecipeError(field, `must be less than the number of rows (${n}) where affinity is nearest_neighbors`);
  }
}
