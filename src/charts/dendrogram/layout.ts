import type { Arrangement } from './tree.ts';
import type { DendrogramData } from './types.ts';

/** A node that is drawn. `x` counts leaves from the left: the first one stands at 0.5. */
export interface DrawnNode {
  readonly node: number;
  readonly x: number;
  /** 0 for a row. */
  readonly height: number;
  readonly size: number;
}
/** A merge that is drawn: a bar between two legs. */
export interface DrawnJoin extends DrawnNode {
  readonly first: DrawnNode;
  readonly second: DrawnNode;
}
export interface DendrogramLayout {
  /** From left to right. One of size > 1 stands for all that was merged below it. */
  readonly leaves: readonly DrawnNode[];
  /** Each after those below it. */
  readonly joins: readonly DrawnJoin[];
  /** The first merge that is drawn: nodes from here on are joins. */
  readonly lowest: number;
}

/**
 * Lays out the top of a tree: at most `most` leaves (two at least), so its last `most` - 1 merges, as scipy's `truncate_mode='lastp'` does.
 */
export function layOutDendrogram(
  { children, heights }: Pick<DendrogramData, 'children' | 'heights'>,
  { n, sizes }: Arrangement,
  most: number,
): DendrogramLayout {
  const lowest = n + Math.max(0, heights.length - Math.max(1, most - 1));
  const leaves: DrawnNode[] = [];
  const joins: DrawnJoin[] = [];
  const drawn = new Map<number, DrawnNode>();
  // Without recursion: a chain is as deep as it is long.
  const stack = [2 * n - 2];
  while (stack.length > 0) {
    const node = stack.pop()!;
    const height = node < n ? 0 : heights[node - n]!;
    if (node < lowest) {
      const leaf = { node, x: leaves.length + 0.5, height, size: sizes[node]! };
      leaves.push(leaf);
      drawn.set(node, leaf);
      continue;
    }
    const [first, second] = [children[2 * (node - n)]!, children[2 * (node - n) + 1]!];
    if (drawn.has(first) && drawn.has(second)) {
      const [a, b] = [drawn.get(first)!, drawn.get(second)!];
      const join = { node, x: (a.x + b.x) / 2, height, size: sizes[node]!, first: a, second: b };
      joins.push(join);
      drawn.set(node, join);
    } else {
      stack.push(node, second, first);
    }
  }
  return { leaves, joins, lowest };
}

/** The node whose line crosses this height in the column of a leaf: what a cut there would leave as a cluster. null: above all. */
export function nodeAt(
  { leaves }: DendrogramLayout,
  { n, parents }: Arrangement,
  heights: Float64Array,
  x: number,
  height: number,
): number | null {
  const leaf = leaves[Math.floor(x)];
  if (!leaf || height > heights[heights.length - 1]!) return null;
  let node = leaf.node;
  while (parents[node]! >= 0 && heights[parents[node]! - n]! < height) node = parents[node]!;
  return node;
}

/** The node that is drawn in place of another one: itself, or the leaf that holds it. */
export function drawnFor({ lowest }: DendrogramLayout, { parents }: Arrangement, node: number): number {
  let at = node;
  while (at < lowest && parents[at]! >= 0 && parents[at]! < lowest) at = parents[at]!;
  return at;
}
