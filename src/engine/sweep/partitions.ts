import type { Encoded } from '../metrics/labels.ts';

/** Rows in groups that lie within one cluster of each of some labelings. */
export interface Groups {
  /** The rows, group by group; within a group in ascending order. */
  readonly order: Int32Array;
  /** Where each group ends in `order`. */
  readonly ends: Int32Array;
  /** By labeling: the cluster of each group. */
  readonly codes: readonly Int32Array[];
}

/** The largest groups that no labeling divides: the rows that all of them have together. There is at least one row. */
export function partitionAll(labelings: readonly Encoded[]): Groups {
  const n = labelings[0]?.codes.length ?? 0;
  let order: Int32Array = Int32Array.from({ length: n }, (_, i) => i);
  const group = new Int32Array(n);
  let count = 1;
  for (const { codes, sizes } of labelings) {
    // Stable, by cluster, then by the groups so far: those that a cluster divides fall apart into neighbours.
    order = sortedBy(sortedBy(order, codes, sizes.length), group, count);
    let next = -1;
    let [lastGroup, lastCode] = [-1, -1];
    for (const row of order) {
      if (group[row] !== lastGroup || codes[row] !== lastCode) next++;
      [lastGroup, lastCode] = [group[row]!, codes[row]!];
      group[row] = next;
    }
    count = next + 1;
  }
  const ends = new Int32Array(count);
  for (let at = 0; at < n; at++) ends[group[order[at]!]!] = at + 1;
  const codes = labelings.map((one) => Int32Array.from(ends, (end) => one.codes[order[end - 1]!]!));
  return { order, ends, codes };
}

/** Counting sort, stable. */
function sortedBy(order: Int32Array, keys: Int32Array, count: number): Int32Array {
  const starts = new Int32Array(count + 1);
  for (const row of order) starts[keys[row]! + 1]!++;
  for (let key = 0; key < count; key++) starts[key + 1]! += starts[key]!;
  const sorted = new Int32Array(order.length);
  for (const row of order) sorted[starts[keys[row]!]!++] = row;
  return sorted;
}
