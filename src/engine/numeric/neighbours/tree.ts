import type { DistanceMetric } from './metric.ts';
import { selectNth } from './select.ts';

/**
 * A k-d tree (Bentley 1975) over n rows of d numbers, complete and balanced: node t has the children 2t+1 and 2t+2. Node t holds
 * the rows order[start[t]…end[t]); `points` are the rows in that order. Its cuts are scikit-learn's (the widest side, at the
 * median), so `order` equals its `idx_array`.
 */
export interface Tree {
  readonly metric: DistanceMetric;
  readonly n: number;
  readonly d: number;
  /** The rows as they were given, after the metric's transform. */
  readonly data: Float64Array;
  readonly order: Int32Array;
  readonly points: Float64Array;
  readonly nodes: number;
  /** The first node of the lowest level: it and all after it are leaves. */
  readonly firstLeaf: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** nodes × d: the corners of each node's box. */
  readonly lo: Float64Array;
  readonly hi: Float64Array;
}

/** scikit-learn's leaf size; a leaf holds up to twice as many rows. */
const LEAF_SIZE = 30;

/** Fills in the box of a node and returns its widest side. */
function measure(tree: Tree, node: number): number {
  const { order, data, d, lo, hi } = tree;
  const at = node * d;
  let widest = 0;
  let width = 0;
  for (let t = 0; t < d; t++) {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let s = tree.start[node]!; s < tree.end[node]!; s++) {
      const value = data[order[s]! * d + t]!;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    lo[at + t] = low;
    hi[at + t] = high;
    if (high - low > width) {
      width = high - low;
      widest = t;
    }
  }
  return widest;
}

function split(tree: Tree, node: number, side: number): void {
  const { order, data, d, start, end } = tree;
  const from = start[node]!;
  const to = end[node]!;
  const middle = from + ((to - from) >> 1);
  selectNth(order, from, middle, to, (a, b) => {
    const x = data[a * d + side]!;
    const y = data[b * d + side]!;
    return x === y ? a < b : x < y;
  });
  start[2 * node + 1] = from;
  end[2 * node + 1] = middle;
  start[2 * node + 2] = middle;
  end[2 * node + 2] = to;
}

/** Builds the tree over the first n·d numbers of `rows`; n ≥ 1. With n < 2 · leaves no node is ever empty. */
export function buildTree(rows: Float64Array, d: number, metric: DistanceMetric, leafSize = LEAF_SIZE): Tree {
  const data = metric.transform ? metric.transform(rows, d) : rows;
  const n = data.length / d;
  const levels = Math.floor(Math.log2(Math.max(1, (n - 1) / leafSize)) + 1);
  const nodes = 2 ** levels - 1;
  const tree: Tree = {
    metric,
    n,
    d,
    data,
    order: Int32Array.from({ length: n }, (_, i) => i),
    points: new Float64Array(n * d),
    nodes,
    firstLeaf: (nodes - 1) / 2,
    start: new Int32Array(nodes),
    end: new Int32Array(nodes),
    lo: new Float64Array(nodes * d),
    hi: new Float64Array(nodes * d),
  };
  tree.end[0] = n;
  for (let node = 0; node < nodes; node++) {
    const side = measure(tree, node);
    if (node < tree.firstLeaf) split(tree, node, side);
  }
  for (let s = 0; s < n; s++) {
    const row = tree.order[s]! * d;
    for (let t = 0; t < d; t++) tree.points[s * d + t] = data[row + t]!;
  }
  return tree;
}
