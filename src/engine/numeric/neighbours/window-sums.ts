import type { DistanceMetric } from './metric.ts';
import { buildTree, type Tree } from './tree.ts';

/** Small leaves: only those on the edge of a window are looked into. */
const LEAF = 6;
const DEPTH = 64;

/**
 * Sums over windows in time that grows with a window's edge, not with what is in it: a tree whose nodes know the sum of their
 * rows. Who is in the window is exact; the sum is not rounded as one taken row by row would be.
 */
export class WindowSums {
  private readonly tree: Tree;
  /** nodes × d. */
  private readonly sums: Float64Array;
  private readonly stack = new Int32Array(DEPTH);
  private readonly reduced: number;

  constructor(data: Float64Array, d: number, metric: DistanceMetric, radius: number) {
    this.tree = buildTree(data, d, metric, LEAF);
    this.reduced = metric.reduce(radius);
    const { nodes, firstLeaf, start, end, points } = this.tree;
    this.sums = new Float64Array(nodes * d);
    for (let node = nodes - 1; node >= 0; node--) {
      for (let t = 0; t < d; t++) {
        let sum = 0;
        if (node < firstLeaf) sum = this.sums[(2 * node + 1) * d + t]! + this.sums[(2 * node + 2) * d + t]!;
        else for (let s = start[node]!; s < end[node]!; s++) sum += points[s * d + t]!;
        this.sums[node * d + t] = sum;
      }
    }
  }

  /** Writes the sum of the rows within the radius (inclusive) of the point at a[i] to `out` (d numbers); returns their number. */
  sumWithin(a: Float64Array, i: number, out: Float64Array): number {
    const { metric, d, points, start, end, lo, hi, firstLeaf } = this.tree;
    const { stack, reduced, sums } = this;
    out.fill(0);
    let found = 0;
    let top = 0;
    stack[top++] = 0;
    while (top > 0) {
      const node = stack[--top]!;
      if (metric.boxMin(a, i, lo, hi, node * d, d) > reduced) continue;
      const to = end[node]!;
      if (metric.boxMax(a, i, lo, hi, node * d, d) <= reduced) {
        found += to - start[node]!;
        for (let t = 0; t < d; t++) out[t]! += sums[node * d + t]!;
      } else if (node < firstLeaf) {
        stack[top++] = 2 * node + 2;
        stack[top++] = 2 * node + 1;
      } else {
        for (let s = start[node]!; s < to; s++) {
          if (metric.reduced(a, i, points, s * d, d, reduced) > reduced) continue;
          found++;
          for (let t = 0; t < d; t++) out[t]! += points[s * d + t]!;
        }
      }
    }
    return found;
  }
}
