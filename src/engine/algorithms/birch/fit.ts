import type { Fit } from '../../fit.ts';
import type { Matrix } from '../../types.ts';
import { nearestCenters } from './assign.ts';
import { FrameMaker } from './frames.ts';
import { groupsOf } from './group.ts';
import { CfTree } from './tree.ts';
import { redFlags } from './warnings.ts';

/** Rows taken between two yields. */
const BLOCK_ROWS = 256;

/**
 * scikit-learn's Birch: rows go into a tree of subclusters one by one, ward linkage groups the subclusters' centres, each row
 * gets the label of the nearest. Attributes: subcluster_centers (s × d, in the order of the leaves), subcluster_labels (s).
 * @throws RecipeError for n_clusters 1 where there is a single subcluster, as scikit-learn cannot group it either
 */
export const fit: Fit = function* fit(X, params, context) {
  const tree = new CfTree(X, params.threshold as number, params.branching_factor as number);
  const frames = context.wantsFrame() ? new FrameMaker(tree, X, params, context) : null;
  if (frames) yield frames.init();
  for (let row = 0; row < X.rows; row++) {
    const insertion = tree.insert(row);
    const frame = frames?.inserted(row, insertion) ?? null;
    if (frame || row % BLOCK_ROWS === BLOCK_ROWS - 1) yield frame;
  }
  const order = Int32Array.from([...tree.leaves()].flat());
  const centers = centersOf(tree, order);
  const wanted = params.n_clusters as number | null;
  const groups = yield* groupsOf(centers, wanted);
  const groupOf = inverse(order, groups);
  if (frames) yield frames.grouped(groupOf);
  const nearest = (yield* nearestCenters(X, centers)).map((place) => order[place]!);
  if (frames) yield frames.assigned(groupOf, nearest);
  return {
    labels: nearest.map((subcluster) => groupOf[subcluster]!),
    attributes: { subcluster_centers: centers, subcluster_labels: groups },
    warnings: redFlags(X.rows, order.length, wanted),
  };
};

/** The groups by subcluster, where `groups[place]` is that of subcluster `order[place]`. */
function inverse(order: Int32Array, groups: Int32Array): Int32Array {
  const groupOf = new Int32Array(order.length);
  order.forEach((subcluster, place) => {
    groupOf[subcluster] = groups[place]!;
  });
  return groupOf;
}

function centersOf({ entries, subclusters }: CfTree, order: Int32Array): Matrix {
  const { d, centers } = entries;
  const data = new Float64Array(order.length * d);
  order.forEach((subcluster, place) => {
    const start = subclusters[subcluster]! * d;
    data.set(centers.subarray(start, start + d), place * d);
  });
  return { data, rows: order.length, cols: d };
}
