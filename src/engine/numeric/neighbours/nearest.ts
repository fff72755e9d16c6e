import { selectValue } from './select.ts';
import type { Tree } from './tree.ts';

const DEPTH = 64;

/** The k nearest rows of each query, nearest first, equal distances by row number: queries × k. */
export interface Nearest {
  readonly rows: Int32Array;
  readonly distances: Float64Array;
}

/** The k (1 ≤ k ≤ n) nearest rows of m = queries.length / d points. `queries` are not transformed yet. */
export function nearest(tree: Tree, queries: Float64Array, k: number): Nearest {
  const { metric, d } = tree;
  const points = metric.transform ? metric.transform(queries, d) : queries;
  const m = points.length / d;
  const rows = new Int32Array(m * k);
  const distances = new Float64Array(m * k);
  const stack = new Int32Array(DEPTH);
  for (let q = 0; q < m; q++) {
    search(tree, points, q * d, k, stack, rows.subarray(q * k, q * k + k), distances.subarray(q * k, q * k + k));
  }
  for (let t = 0; t < distances.length; t++) distances[t] = metric.restore(distances[t]!);
  return { rows, distances };
}

/** Keeps the best k so far sorted in `rows` and `reduced`: k is small where single neighbours are asked for. */
function search(
  tree: Tree,
  a: Float64Array,
  i: number,
  k: number,
  stack: Int32Array,
  rows: Int32Array,
  reduced: Float64Array,
): void {
  const { metric, d, order, points, start, end, lo, hi, firstLeaf } = tree;
  let held = 0;
  let top = 0;
  stack[top++] = 0;
  while (top > 0) {
    const node = stack[--top]!;
    const bound = held < k ? Number.POSITIVE_INFINITY : reduced[k - 1]!;
    if (metric.boxMin(a, i, lo, hi, node * d, d) > bound) continue;
    if (node < firstLeaf) {
      const left = 2 * node + 1;
      const leftFirst = metric.boxMin(a, i, lo, hi, left * d, d) <= metric.boxMin(a, i, lo, hi, (left + 1) * d, d);
      stack[top++] = leftFirst ? left + 1 : left;
      stack[top++] = leftFirst ? left : left + 1;
      continue;
    }
    for (let s = start[node]!; s < end[node]!; s++) {
      const far = held < k ? Number.POSITIVE_INFINITY : reduced[k - 1]!;
      const value = metric.reduced(a, i, points, s * d, d, far);
      const row = order[s]!;
      if (value > far || (value === far && row > rows[k - 1]!)) continue;
      let at = held < k ? held++ : k - 1;
      while (at > 0 && (reduced[at - 1]! > value || (reduced[at - 1] === value && rows[at - 1]! > row))) {
        reduced[at] = reduced[at - 1]!;
        rows[at] = rows[at - 1]!;
        at--;
      }
      reduced[at] = value;
      rows[at] = row;
    }
  }
}

/**
 * The distance from each row to its k-th nearest row, itself counted as the first (1 ≤ k ≤ n), by row. Large k is cheap: a row's
 * distance differs from that of the row before it by no more than the two are apart, so whole boxes are counted, not measured.
 */
export function kthDistances(tree: Tree, k: number): Float64Array {
  const steps = kthDistanceSteps(tree, k);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Rows between two pauses. */
const BLOCK = 200;

/** `kthDistances` that pauses now and then, for a caller that can be cancelled. */
export function* kthDistanceSteps(tree: Tree, k: number): Generator<null, Float64Array, void> {
  const { metric, n, d, order, points } = tree;
  const result = new Float64Array(n);
  const buffer = new Float64Array(n);
  const stack = new Int32Array(DEPTH);
  let last = 0;
  for (let s = 0; s < n; s++) {
    if (s % BLOCK === BLOCK - 1) yield null;
    let low = -1;
    let high = Number.POSITIVE_INFINITY;
    if (s > 0 && metric.triangle) {
      const step = metric.restore(metric.reduced(points, s * d, points, (s - 1) * d, d, Number.POSITIVE_INFINITY));
      low = last - step - 1e-9 * (last + step);
      high = (last + step) * (1 + 1e-9);
    }
    const from = low > 0 ? metric.reduce(low) : -1;
    const reduced = kthReduced(
      tree,
      s * d,
      k,
      from,
      high === Number.POSITIVE_INFINITY ? high : metric.reduce(high),
      buffer,
      stack,
    );
    last = metric.restore(reduced);
    result[order[s]!] = last;
  }
  return result;
}

/** The k-th smallest reduced distance from points[i…], known to lie in from < … ≤ to. */
function kthReduced(
  tree: Tree,
  i: number,
  k: number,
  from: number,
  to: number,
  buffer: Float64Array,
  stack: Int32Array,
): number {
  const { metric, d, points, start, end, lo, hi, firstLeaf } = tree;
  let nearer = 0;
  let between = 0;
  let top = 0;
  stack[top++] = 0;
  while (top > 0) {
    const node = stack[--top]!;
    if (metric.boxMin(points, i, lo, hi, node * d, d) > to) continue;
    if (from >= 0 && metric.boxMax(points, i, lo, hi, node * d, d) <= from) {
      nearer += end[node]! - start[node]!;
    } else if (node < firstLeaf) {
      stack[top++] = 2 * node + 2;
      stack[top++] = 2 * node + 1;
    } else {
      for (let s = start[node]!; s < end[node]!; s++) {
        const value = metric.reduced(points, i, points, s * d, d, to);
        if (value <= from) nearer++;
        else if (value <= to) buffer[between++] = value;
      }
    }
  }
  return selectValue(buffer, between, k - 1 - nearer);
}
