import type { DendrogramData } from './types.ts';

/** The rows in an order in which those of every node stand together: `order[starts[node]]` and so many after it. */
export interface Arrangement {
  readonly n: number;
  readonly order: Int32Array;
  readonly starts: Int32Array;
  readonly sizes: Int32Array;
  /** -1 for the root. */
  readonly parents: Int32Array;
}

/** Puts the rows of a tree in order, the first child's before the second's. O(n). */
export function arrange({ children, heights }: Pick<DendrogramData, 'children' | 'heights'>): Arrangement {
  const n = heights.length + 1;
  const sizes = new Int32Array(2 * n - 1).fill(1, 0, n);
  const parents = new Int32Array(2 * n - 1).fill(-1);
  for (let m = 0; m < n - 1; m++) {
    const [first, second] = [children[2 * m]!, children[2 * m + 1]!];
    sizes[n + m] = sizes[first]! + sizes[second]!;
    parents[first] = n + m;
    parents[second] = n + m;
  }
  const starts = new Int32Array(2 * n - 1);
  for (let m = n - 2; m >= 0; m--) {
    const [first, second] = [children[2 * m]!, children[2 * m + 1]!];
    starts[first] = starts[n + m]!;
    starts[second] = starts[n + m]! + sizes[first]!;
  }
  const order = new Int32Array(n);
  for (let row = 0; row < n; row++) order[starts[row]!] = row;
  return { n, order, starts, sizes, parents };
}

/** The rows under a node, ascending. */
export function rowsUnder({ order, starts, sizes }: Arrangement, node: number): Int32Array {
  return order.slice(starts[node]!, starts[node]! + sizes[node]!).sort();
}

/** Whether every row of `inner` is one of `outer`. */
export function isWithin({ starts, sizes }: Arrangement, inner: number, outer: number): boolean {
  const start = starts[inner]!;
  return start >= starts[outer]! && start < starts[outer]! + sizes[outer]! && sizes[inner]! <= sizes[outer]!;
}

/** For each place of the order, how many of the rows before it are in the set: a node's count is a difference of two. */
export function countBefore({ n, order }: Arrangement, rows: ReadonlySet<number>): Int32Array {
  const before = new Int32Array(n + 1);
  for (let place = 0; place < n; place++) before[place + 1] = before[place]! + (rows.has(order[place]!) ? 1 : 0);
  return before;
}
