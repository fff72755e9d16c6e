/** Counts, classes × clusters, row-major. */
export interface Contingency {
  readonly counts: Int32Array;
  /** Rows a class. */
  readonly totals: Int32Array;
  /** Of each count, the rows that are selected; null when nothing is. */
  readonly selected: Int32Array | null;
}

/** Counts how many rows are in each class and cluster. A row whose label is not in `clusters` counts in the totals only. */
export function countContingency(
  classes: Int32Array,
  labels: Int32Array,
  nClasses: number,
  clusters: readonly { readonly label: number }[],
  selection: ReadonlySet<number> | null,
): Contingency {
  const columnOf = new Map(clusters.map(({ label }, column) => [label, column]));
  const counts = new Int32Array(nClasses * clusters.length);
  const totals = new Int32Array(nClasses);
  const selected = selection ? new Int32Array(counts.length) : null;
  for (let i = 0; i < classes.length; i++) {
    totals[classes[i]!]!++;
    const column = columnOf.get(labels[i]!);
    if (column === undefined) continue;
    const cell = classes[i]! * clusters.length + column;
    counts[cell]!++;
    if (selected && selection?.has(i)) selected[cell]!++;
  }
  return { counts, totals, selected };
}

/** The rows of one class in one cluster, ascending. */
export function rowsOfCell(classes: Int32Array, labels: Int32Array, classIndex: number, label: number): Int32Array {
  const rows: number[] = [];
  for (let i = 0; i < classes.length; i++) if (classes[i] === classIndex && labels[i] === label) rows.push(i);
  return Int32Array.from(rows);
}
