import { UNASSIGNED } from '../../types.ts';
import { cutNodes } from './cut.ts';
import type { Tree } from './tree.ts';

/**
 * A label for every node up to a cut, so that few rows change colour at a merge: the larger part keeps its label, the
 * smaller one takes it. The nodes of the cut have the cut's own labels; c clusters on the way to it have 0 … c - 1.
 */
export function steadyNames(tree: Tree, clusters: number, sizes: Int32Array): Int32Array {
  const { n, children } = tree;
  const names = new Int32Array(2 * n - 1).fill(UNASSIGNED);
  cutNodes(tree, clusters).forEach((node, cluster) => {
    names[node] = cluster;
  });
  for (let m = n - clusters - 1, next = clusters; m >= 0; m--, next++) {
    const [first, second] = [children[2 * m]!, children[2 * m + 1]!];
    const firstKeeps = sizes[first]! >= sizes[second]!;
    names[firstKeeps ? first : second] = names[n + m]!;
    names[firstKeeps ? second : first] = next;
  }
  return names;
}
