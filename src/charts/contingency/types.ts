import type { SelectMode } from '../chart.ts';

/** Classes against clusters; the chart counts. */
export interface ContingencyData {
  /** n classes, 0…classNames.length-1. */
  readonly classes: Int32Array;
  readonly classNames: readonly string[];
  /** n labels. */
  readonly labels: Int32Array;
  /** One column a cluster: its label (-1: noise) and its index into `palette` (negative: grey). */
  readonly clusters: readonly { readonly label: number; readonly slot: number }[];
  readonly selection: ReadonlySet<number> | null;
  readonly palette: readonly string[];
  /** The table's name for those who do not see it: "Species by cluster". */
  readonly caption: string;
}

export interface ContingencyCallbacks {
  /** The rows of a cell, ascending. */
  onSelect?(rows: Int32Array, mode: SelectMode): void;
  onClearSelection?(): void;
}
