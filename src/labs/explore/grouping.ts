import type { GroupLook } from '../../charts/explore/types.ts';
import type { Groups } from '../../engine/explore/types.ts';
import type { ColorBy } from '../../state/view.ts';

/** How the rows are told apart, and how each group looks. */
export interface Grouping {
  readonly by: ColorBy | 'none';
  readonly ask: Groups;
  readonly looks: readonly GroupLook[];
  /** One a row; -1: in no group. */
  readonly ofRow: Int32Array;
}

export function byClass(classes: Int32Array, names: readonly string[], palette: readonly string[]): Grouping {
  const looks = names.map((name, i) => ({ name, color: palette[i % palette.length]! }));
  return { by: 'class', ask: { of: 'class' }, looks, ofRow: classes };
}

/**
 * Clusters in the order of their labels, noise last and grey.
 * @param colors cluster label → palette slot
 */
export function byCluster(labels: Int32Array, colors: Int32Array, palette: readonly string[], grey: string): Grouping {
  const found = [...new Set(labels)].sort((a, b) => a - b);
  const clusters = found.filter((label) => label >= 0);
  const place = new Map(clusters.map((label, i) => [label, i]));
  const looks = clusters.map((label) => ({
    name: `cluster ${label}`,
    color: palette[(colors[label] ?? label) % palette.length]!,
  }));
  if (found.length > clusters.length) looks.push({ name: 'noise', color: grey });
  const ofRow = labels.map((label) => place.get(label) ?? clusters.length);
  return { by: 'cluster', ask: { of: 'labels', labels: ofRow, count: looks.length }, looks, ofRow };
}

export function ungrouped(rows: number): Grouping {
  return { by: 'none', ask: { of: 'none' }, looks: [], ofRow: new Int32Array(rows).fill(-1) };
}

/** More groups than this cannot be told apart in one chart of curves or boxes. */
export const MOST_GROUPS = 12;

/** The groups that a chart of curves has room for: the largest, in their own order. */
export function largestGroups(sizes: ArrayLike<number>): number[] {
  const all = Array.from({ length: sizes.length }, (_, g) => g);
  if (all.length <= MOST_GROUPS) return all;
  return all
    .sort((a, b) => sizes[b]! - sizes[a]!)
    .slice(0, MOST_GROUPS)
    .sort((a, b) => a - b);
}
