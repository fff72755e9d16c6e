import { type Matrix, RecipeError } from '../../types.ts';
import { buildTree } from '../agglomerative/build.ts';
import { cutLabels } from '../agglomerative/cut.ts';

/** A label for each subcluster centre: ward linkage, cut at `wanted` clusters; their own numbers where none or more are wanted. */
export function* groupsOf(centers: Matrix, wanted: number | null): Generator<null, Int32Array, void> {
  const count = centers.rows;
  if (wanted === null || count < wanted) return Int32Array.from({ length: count }, (_, i) => i);
  if (count === 1) {
    throw new RecipeError(
      'params.n_clusters',
      'cannot be 1 where all rows fit into one subcluster: lower threshold, or leave n_clusters null',
    );
  }
  return cutLabels(yield* buildTree(centers, { linkage: 'ward', metric: 'euclidean' }), wanted);
}
