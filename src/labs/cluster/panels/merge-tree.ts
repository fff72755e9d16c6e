import type { Outcome } from '../../../worker/api.ts';

/** A merge tree among the attributes of a result: `children` and `distances`. */
export interface MergeTree {
  readonly children: Float64Array;
  readonly heights: Float64Array;
  readonly clusters: number;
}

/** The tree of a result; null where there is none, or where it is not one tree over all rows. */
export function mergeTreeOf({ attributes, labels, nClusters }: Outcome): MergeTree | null {
  const { children, distances, n_clusters: clusters } = attributes;
  if (!(distances instanceof Float64Array) || distances.length !== labels.length - 1) return null;
  if (typeof children !== 'object' || children === null || !('cols' in children)) return null;
  if (children.cols !== 2 || children.rows !== distances.length || distances.length === 0) return null;
  return {
    children: children.data,
    heights: distances,
    clusters: typeof clusters === 'number' ? clusters : nClusters,
  };
}

/** Merges made at a step of the player; null at its end, where the whole tree is looked at. */
export function mergesMade(merges: unknown, isLast: boolean): number | null {
  return isLast || typeof merges !== 'number' ? null : merges;
}
