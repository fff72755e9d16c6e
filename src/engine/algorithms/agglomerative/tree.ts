/** Merges as they were found, not yet in the order of their heights: cluster `a[m]` and cluster `b[m]`, each named by one of its rows. */
export interface Merges {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly heights: Float64Array;
}

/**
 * A merge tree over n rows, as `children_` and `distances_`: nodes below n are the rows, node n + m is made by merge m of
 * nodes children[2m] and children[2m + 1], at heights[m], which never falls.
 */
export interface Tree {
  readonly n: number;
  readonly children: Int32Array;
  readonly heights: Float64Array;
}

/**
 * Sorts merges by height (equal heights stay in the order in which they were found) and names the merged clusters by their
 * nodes. `ascending`: the lower node first, as scipy has it; else that of `a`.
 */
export function treeOf({ a, b, heights }: Merges, ascending: boolean): Tree {
  const n = heights.length + 1;
  const order = Int32Array.from(heights.keys()).sort((p, q) => heights[p]! - heights[q]! || p - q);
  const parents = new Int32Array(2 * n - 1).fill(-1);
  const children = new Int32Array(2 * (n - 1));
  for (let m = 0; m < n - 1; m++) {
    const first = rootOf(parents, a[order[m]!]!);
    const second = rootOf(parents, b[order[m]!]!);
    const turned = ascending && first > second;
    children[2 * m] = turned ? second : first;
    children[2 * m + 1] = turned ? first : second;
    parents[first] = n + m;
    parents[second] = n + m;
  }
  return { n, children, heights: Float64Array.from(order, (m) => heights[m]!) };
}

function rootOf(parents: Int32Array, node: number): number {
  let root = node;
  while (parents[root]! >= 0) root = parents[root]!;
  // The path is shortened, so that the next search is quick.
  for (let at = node; at !== root; ) {
    const next = parents[at]!;
    parents[at] = root;
    at = next;
  }
  return root;
}

/** The rows in an order in which those of every node stand together: node's are `order[start]` … `order[start + size - 1]`. */
export interface Layout {
  readonly order: Int32Array;
  readonly starts: Int32Array;
  readonly sizes: Int32Array;
}

/** The rows of a tree in the order in which a dendrogram draws them. */
export function layoutOf({ n, children }: Pick<Tree, 'n' | 'children'>): Layout {
  const sizes = new Int32Array(2 * n - 1).fill(1, 0, n);
  for (let m = 0; m < n - 1; m++) sizes[n + m] = sizes[children[2 * m]!]! + sizes[children[2 * m + 1]!]!;
  const starts = new Int32Array(2 * n - 1);
  for (let m = n - 2; m >= 0; m--) {
    const [first, second] = [children[2 * m]!, children[2 * m + 1]!];
    starts[first] = starts[n + m]!;
    starts[second] = starts[n + m]! + sizes[first]!;
  }
  const order = new Int32Array(n);
  for (let row = 0; row < n; row++) order[starts[row]!] = row;
  return { order, starts, sizes };
}

/** The rows under a node, in the order of the layout. */
export function rowsUnder({ order, starts, sizes }: Layout, node: number): Int32Array {
  return order.slice(starts[node]!, starts[node]! + sizes[node]!);
}
