import type { Cut, Fit, FitContext } from '../../fit.ts';
import { type Fitted, type Frame, type Matrix, type Params, RecipeError } from '../../types.ts';
import { buildTree } from './build.ts';
import { clustersBelow, cutLabels } from './cut.ts';
import { framesOf } from './frames.ts';
import { readCut, readTreeOptions, type TreeOptions } from './options.ts';
import { layoutOf, type Tree } from './tree.ts';
import { redFlags } from './warnings.ts';

/**
 * scikit-learn's AgglomerativeClustering without connectivity: the whole merge tree, then its cut. Attributes: children
 * ((n - 1) × 2: node n + m is made of nodes children[m]), distances (n - 1), n_leaves, n_connected_components, n_clusters.
 * Frames tell the merges up to the cut.
 * @throws RecipeError for fewer than two rows, and for parameters that do not go together or not with the rows
 */
export const fit: Fit = function* fit(X, params, context) {
  const options = readTreeOptions(params, X);
  if (X.rows < 2) throw new RecipeError('dataset', 'must have at least 2 rows for AgglomerativeClustering');
  // Before the long part: a cut that cannot be made.
  readCut(params, X.rows);
  const tree = yield* buildTree(X, options);
  return yield* cutTree(tree, X, params, options, context);
};

/** Another cut of a tree that was built before. */
export const cut: Cut = function* cut({ attributes }, X, params, context) {
  const { data } = attributes.children as Matrix;
  const tree = { n: X.rows, children: Int32Array.from(data), heights: attributes.distances as Float64Array };
  return yield* cutTree(tree, X, params, readTreeOptions(params, X), context);
};

function* cutTree(
  tree: Tree,
  X: Matrix,
  params: Params,
  options: TreeOptions,
  context: Pick<FitContext, 'wantsFrame'>,
): Generator<Frame | null, Fitted, void> {
  const place = readCut(params, tree.n);
  const clusters = 'threshold' in place ? clustersBelow(tree, place.threshold) : place.clusters;
  const layout = layoutOf(tree);
  const labels = cutLabels(tree, clusters, layout);
  if (context.wantsFrame()) yield* framesOf({ tree, layout, clusters, labels, X, options }, context);
  const { n, heights } = tree;
  return {
    labels,
    attributes: {
      n_clusters: clusters,
      n_leaves: n,
      n_connected_components: 1,
      children: { data: Float64Array.from(tree.children), rows: n - 1, cols: 2 },
      distances: heights.slice(),
    },
    warnings: redFlags(tree, place, clusters),
  };
}
