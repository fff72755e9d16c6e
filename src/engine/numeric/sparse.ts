/** A square sparse matrix by rows: the entries of row i are columns[t], values[t] for start[i] ≤ t < start[i + 1], columns ascending. */
export interface Sparse {
  readonly n: number;
  /** n + 1 */
  readonly start: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/** (C + Cᵀ) / 2 without its diagonal, where C has a 1 at (i, j) for each j in row i of the n × k `targets`. */
export function symmetricHalf(targets: Int32Array, n: number): Sparse {
  const { begin, all } = bothWays(targets, n);
  const start = new Int32Array(n + 1);
  const columns = new Int32Array(all.length);
  const values = new Float64Array(all.length);
  let end = 0;
  for (let i = 0; i < n; i++) {
    for (let t = begin[i]!; t < begin[i + 1]!; t++) {
      if (end > start[i]! && columns[end - 1] === all[t]) values[end - 1]! += 0.5;
      else {
        columns[end] = all[t]!;
        values[end++] = 0.5;
      }
    }
    start[i + 1] = end;
  }
  return { n, start, columns: columns.slice(0, end), values: values.slice(0, end) };
}

/** The targets of each row and the rows that it is a target of, in ascending order, itself left out: all[begin[i] … begin[i + 1]). */
function bothWays(targets: Int32Array, n: number): { begin: Int32Array; all: Int32Array } {
  const k = targets.length / n;
  const begin = new Int32Array(n + 1);
  const eachPair = (visit: (i: number, j: number) => void) => {
    for (let i = 0, at = 0; i < n; i++)
      for (const to = at + k; at < to; at++) if (targets[at] !== i) visit(i, targets[at]!);
  };
  eachPair((i, j) => {
    begin[i + 1]!++;
    begin[j + 1]!++;
  });
  for (let i = 0; i < n; i++) begin[i + 1]! += begin[i]!;
  const all = new Int32Array(begin[n]!);
  const end = begin.slice(0, n);
  eachPair((i, j) => {
    all[end[i]!++] = j;
    all[end[j]!++] = i;
  });
  for (let i = 0; i < n; i++) sortBy(all, begin[i]!, begin[i + 1]!, (j) => j);
  return { begin, all };
}

const FEW = 64;

/** Sorts a stretch of nodes by a key, those with equal keys staying in order. */
function sortBy(nodes: Int32Array, from: number, to: number, key: (node: number) => number): void {
  if (to - from > FEW) {
    nodes.set(
      Array.from(nodes.subarray(from, to)).sort((a, b) => key(a) - key(b)),
      from,
    );
    return;
  }
  for (let at = from + 1; at < to; at++) {
    const node = nodes[at]!;
    const own = key(node);
    let place = at;
    for (; place > from && key(nodes[place - 1]!) > own; place--) nodes[place] = nodes[place - 1]!;
    nodes[place] = node;
  }
}

/**
 * An order of the nodes in which neighbours come close together: E. Cuthill, J. McKee, "Reducing the bandwidth of sparse
 * symmetric matrices", ACM 1969, reversed (A. George 1971). Each part starts from a node at its rim: breadth-first search
 * from one end leads to the other.
 */
export function narrowOrder(graph: Sparse): Int32Array {
  const { n, start, columns } = graph;
  const degree = (node: number) => start[node + 1]! - start[node]!;
  const order = new Int32Array(n);
  const seen = new Int32Array(n).fill(-1);
  const done = new Uint8Array(n);
  let filled = 0;
  let pass = 0;
  const search = (root: number): number => {
    pass++;
    let end = filled + 1;
    order[filled] = root;
    seen[root] = pass;
    for (let at = filled; at < end; at++) {
      const node = order[at]!;
      const from = end;
      for (let t = start[node]!; t < start[node + 1]!; t++) {
        const other = columns[t]!;
        if (seen[other] === pass) continue;
        seen[other] = pass;
        order[end++] = other;
      }
      sortBy(order, from, end, degree);
    }
    return end;
  };
  for (let node = 0; node < n; node++) {
    if (done[node]) continue;
    let end = search(node);
    for (let turn = 0; turn < 2; turn++) end = search(order[end - 1]!);
    for (; filled < end; filled++) done[order[filled]!] = 1;
  }
  return order.reverse();
}
