import type { RadiusIndex } from './radius.ts';
import type { Tree } from './tree.ts';

/** Depth-first stacks: a complete binary tree of 2³² rows is no deeper. */
const DEPTH = 64;

/** Finds rows within a radius by a tree; the radius may differ from call to call for `withinPoint`. */
export class TreeRadius implements RadiusIndex {
  readonly n: number;
  private readonly stack = new Int32Array(DEPTH);
  private readonly reduced: number;
  /** The slot of each row in tree order. */
  private readonly slotOf: Int32Array;
  /** Slots that nobody has taken: those of a leaf stand in left[start…start + count). */
  private left: Int32Array | null = null;
  /** Rows not taken yet, by node. */
  private count: Int32Array | null = null;

  constructor(
    readonly tree: Tree,
    readonly radius: number,
  ) {
    this.n = tree.n;
    this.reduced = tree.metric.reduce(radius);
    this.slotOf = new Int32Array(tree.n);
    for (let s = 0; s < tree.n; s++) this.slotOf[tree.order[s]!] = s;
  }

  within(row: number, out: Int32Array): number {
    return this.withinPoint(this.tree.points, this.slotOf[row]! * this.tree.d, out);
  }

  /** The rows within the radius of the point that starts at a[i], in tree order. */
  withinPoint(a: Float64Array, i: number, out: Int32Array): number {
    const { metric, d, order, points, start, end, lo, hi, firstLeaf } = this.tree;
    const { stack, reduced } = this;
    let found = 0;
    let top = 0;
    stack[top++] = 0;
    while (top > 0) {
      const node = stack[--top]!;
      if (metric.boxMin(a, i, lo, hi, node * d, d) > reduced) continue;
      const to = end[node]!;
      if (metric.boxMax(a, i, lo, hi, node * d, d) <= reduced) {
        for (let s = start[node]!; s < to; s++) out[found++] = order[s]!;
      } else if (node < firstLeaf) {
        stack[top++] = 2 * node + 2;
        stack[top++] = 2 * node + 1;
      } else {
        for (let s = start[node]!; s < to; s++) {
          if (metric.reduced(a, i, points, s * d, d, reduced) <= reduced) out[found++] = order[s]!;
        }
      }
    }
    return found;
  }

  /** Adds up the rows within the radius of the point at a[i], in tree order, into `sums` (d numbers); returns how many there are. */
  sumWithin(a: Float64Array, i: number, sums: Float64Array): number {
    const { metric, d, points, start, end, lo, hi, firstLeaf } = this.tree;
    const { stack, reduced } = this;
    sums.fill(0);
    let found = 0;
    let top = 0;
    stack[top++] = 0;
    while (top > 0) {
      const node = stack[--top]!;
      if (metric.boxMin(a, i, lo, hi, node * d, d) > reduced) continue;
      const inside = metric.boxMax(a, i, lo, hi, node * d, d) <= reduced;
      if (!inside && node < firstLeaf) {
        stack[top++] = 2 * node + 2;
        stack[top++] = 2 * node + 1;
        continue;
      }
      const to = end[node]!;
      for (let s = start[node]!; s < to; s++) {
        if (!inside && metric.reduced(a, i, points, s * d, d, reduced) > reduced) continue;
        found++;
        for (let t = 0; t < d; t++) sums[t]! += points[s * d + t]!;
      }
    }
    return found;
  }

  reaches(row: number, least: number): boolean {
    const { metric, d, points, start, end, lo, hi, firstLeaf } = this.tree;
    const { stack, reduced } = this;
    const i = this.slotOf[row]! * d;
    let found = 0;
    let top = 0;
    stack[top++] = 0;
    while (top > 0 && found < least) {
      const node = stack[--top]!;
      if (metric.boxMin(points, i, lo, hi, node * d, d) > reduced) continue;
      const from = start[node]!;
      const to = end[node]!;
      if (metric.boxMax(points, i, lo, hi, node * d, d) <= reduced) {
        found += to - from;
      } else if (node < firstLeaf) {
        // The half that holds the row goes first: its neighbours are there.
        const right = 2 * node + 2;
        const inRight = i >= start[right]! * d;
        stack[top++] = inRight ? right - 1 : right;
        stack[top++] = inRight ? right : right - 1;
      } else {
        for (let s = from; s < to && found < least; s++) {
          if (metric.reduced(points, i, points, s * d, d, reduced) <= reduced) found++;
        }
      }
    }
    return found >= least;
  }

  take(row: number, out: Int32Array): number {
    const { metric, d, points, lo, hi, firstLeaf } = this.tree;
    const { stack, reduced } = this;
    if (this.count === null) this.fill();
    const count = this.count!;
    const i = this.slotOf[row]! * d;
    let found = 0;
    let top = 0;
    stack[top++] = 0;
    while (top > 0) {
      const node = stack[--top]!;
      if (count[node] === 0 || metric.boxMin(points, i, lo, hi, node * d, d) > reduced) continue;
      if (node < firstLeaf) {
        stack[top++] = 2 * node + 2;
        stack[top++] = 2 * node + 1;
      } else {
        found = this.takeFromLeaf(node, i, out, found);
      }
    }
    return found;
  }

  private takeFromLeaf(leaf: number, i: number, out: Int32Array, already: number): number {
    const { metric, d, points, order, start } = this.tree;
    const left = this.left!;
    const count = this.count!;
    const from = start[leaf]!;
    let found = already;
    let kept = from;
    for (let at = from; at < from + count[leaf]!; at++) {
      const s = left[at]!;
      if (metric.reduced(points, i, points, s * d, d, this.reduced) <= this.reduced) out[found++] = order[s]!;
      else left[kept++] = s;
    }
    const taken = found - already;
    if (taken > 0)
      for (let node = leaf; ; node = (node - 1) >> 1) {
        count[node] = count[node]! - taken;
        if (node === 0) break;
      }
    return found;
  }

  private fill(): void {
    const { n, nodes, start, end } = this.tree;
    this.left = Int32Array.from({ length: n }, (_, s) => s);
    this.count = Int32Array.from({ length: nodes }, (_, node) => end[node]! - start[node]!);
  }
}
