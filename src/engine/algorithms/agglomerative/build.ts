import { type Matrix, RecipeError } from '../../types.ts';
import { chainOfCentroids } from './centroids.ts';

import { EXACT_WARD_ROWS } from './cost.ts';
import type { TreeOptions } from './options.ts';
import { chainOfPairs } from './pairs.ts';
import { prim } from './prim.ts';
import { type Tree, treeOf } from './tree.ts';

/**
 * Builds the whole merge tree; needs at least two rows.
 * @throws RecipeError where the distances of all pairs do not fit into memory
 */
export function* buildTree(X: Matrix, { linkage, metric }: TreeOptions): Generator<null, Tree, void> {
  if (linkage === 'single') return treeOf(yield* prim(X, metric), metric === 'cosine');
  if (linkage === 'ward' && X.rows > EXACT_WARD_ROWS) return treeOf(yield* chainOfCentroids(X), true);
  try {
    return treeOf(yield* chainOfPairs(X, metric, linkage), true);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RecipeError(
      'params.linkage',
      `${linkage} needs the distances of all pairs, more than fit into memory; take fewer rows, or ward or single linkage`,
    );
  }
}
