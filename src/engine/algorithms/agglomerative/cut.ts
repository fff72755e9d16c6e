import { type Layout, layoutOf, rowsUnder, type Tree } from './tree.ts';

/**
 * The k nodes at which a tree is cut, in scikit-learn's order: cluster c is the c-th. They are what is left in a binary heap
 * (the highest node on top) from which, k - 1 times, the top was taken and its two children put in.
 */
export function cutNodes({ n, children }: Tree, k: number): Int32Array {
  const heap = new Int32Array(k);
  heap[0] = 2 * n - 2;
  for (let size = 1; size < k; size++) {
    const top = 2 * (heap[0]! - n);
    let at = size;
    // The first child goes in at the end and rises …
    for (; at > 0 && heap[(at - 1) >> 1]! < children[top]!; at = (at - 1) >> 1) heap[at] = heap[(at - 1) >> 1]!;
    heap[at] = children[top]!;
    // … the second one replaces the top and sinks.
    sink(heap, size + 1, children[top + 1]!);
  }
  return heap;
}

function sink(heap: Int32Array, size: number, node: number): void {
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= size) break;
    if (below + 1 < size && heap[below + 1]! > heap[below]!) below++;
    if (heap[below]! < node) break;
    heap[at] = heap[below]!;
    at = below;
  }
  heap[at] = node;
}

/** The n labels of a cut into k clusters. */
export function cutLabels(tree: Tree, k: number, layout: Layout = layoutOf(tree)): Int32Array {
  const labels = new Int32Array(tree.n);
  cutNodes(tree, k).forEach((node, cluster) => {
    for (const row of rowsUnder(layout, node)) labels[row] = cluster;
  });
  return labels;
}

/** How many clusters are left when no merge at `threshold` or above is made. */
export function clustersBelow({ n, heights }: Tree, threshold: number): number {
  let merges = 0;
  while (merges < n - 1 && heights[merges]! < threshold) merges++;
  return n - merges;
}
