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
  const k = targets.length / n;
  const neighbours: Map<number, number>[] = Array.from({ length: n }, () => new Map());
  const add = (i: number, j: number) => neighbours[i]!.set(j, (neighbours[i]!.get(j) ?? 0) + 0.5);
  for (let at = 0; at < targets.length; at++) {
    const i = Math.floor(at / k);
    const j = targets[at]!;
    if (i === j) continue;
    add(i, j);
    add(j, i);
  }
  const start = new Int32Array(n + 1);
  for (let i = 0; i < n; i++) start[i + 1] = start[i]! + neighbours[i]!.size;
  const columns = new Int32Array(start[n]!);
  const values = new Float64Array(start[n]!);
  neighbours.forEach((row, i) => {
    const sorted = Int32Array.from(row.keys()).sort();
    columns.set(sorted, start[i]!);
    values.set(
      Float64Array.from(sorted, (j) => row.get(j)!),
      start[i]!,
    );
  });
  return { n, start, columns, values };
}

/**
 * An order of the nodes in which neighbours come close together: E. Cuthill, J. McKee, "Reducing the bandwidth of sparse
 * symmetric matrices", ACM 1969, reversed (A. George 1971). Each part starts from a node at its rim: breadth-first search
 * from one end leads to the other.
 */
export function narrowOrder(graph: Sparse): Int32Array {
  const { n, start } = graph;
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
      const next = graph.columns.slice(start[node]!, start[node + 1]!).filter((other) => seen[other] !== pass);
      next.sort((a, b) => degree(a) - degree(b));
      for (const other of next) {
        seen[other] = pass;
        order[end++] = other;
      }
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
