import type { Matrix } from '../types.ts';

/**
 * The assignment of rows to columns, one to one, of least total cost: entry i is the column of row i, or -1 where there are
 * more rows than columns and row i goes without. Costs are finite. O(min² · max) by shortest augmenting paths with
 * potentials (Kuhn 1955; Jonker & Volgenant 1987, "A shortest augmenting path algorithm for dense and sparse linear
 * assignment problems").
 */
export function hungarian(cost: Matrix): Int32Array {
  const { data, rows, cols } = cost;
  if (rows <= cols) return assignRows(rows, cols, (i, j) => data[i * cols + j]!);
  const rowOf = assignRows(cols, rows, (j, i) => data[i * cols + j]!);
  const columnOf = new Int32Array(rows).fill(-1);
  for (const [column, row] of rowOf.entries()) columnOf[row] = column;
  return columnOf;
}

/** For rows ≤ cols. Adds one row after another, each by the cheapest path of reassignments that ends in a free column. */
function assignRows(rows: number, cols: number, cost: (i: number, j: number) => number): Int32Array {
  const rowPotential = new Float64Array(rows);
  const columnPotential = new Float64Array(cols);
  const rowOf = new Int32Array(cols).fill(-1);
  for (let start = 0; start < rows; start++) {
    const distance = new Float64Array(cols).fill(Number.POSITIVE_INFINITY);
    const cameFrom = new Int32Array(cols).fill(-1);
    const reached: number[] = [];
    const isReached = new Uint8Array(cols);
    let row = start;
    let column = -1;
    let far = 0;
    do {
      const before = column;
      column = -1;
      for (let j = 0; j < cols; j++) {
        if (isReached[j]) continue;
        const length = far + cost(row, j) - rowPotential[row]! - columnPotential[j]!;
        if (length < distance[j]!) {
          distance[j] = length;
          cameFrom[j] = before;
        }
        if (column === -1 || distance[j]! < distance[column]!) column = j;
      }
      far = distance[column]!;
      isReached[column] = 1;
      reached.push(column);
      row = rowOf[column]!;
    } while (row !== -1);
    rowPotential[start]! += far;
    for (const j of reached) {
      const slack = far - distance[j]!;
      columnPotential[j]! -= slack;
      if (rowOf[j] !== -1) rowPotential[rowOf[j]!]! += slack;
    }
    while (column !== -1) {
      const before = cameFrom[column]!;
      rowOf[column] = before === -1 ? start : rowOf[before]!;
      column = before;
    }
  }
  const columnOf = new Int32Array(rows);
  for (const [j, i] of rowOf.entries()) if (i !== -1) columnOf[i] = j;
  return columnOf;
}
