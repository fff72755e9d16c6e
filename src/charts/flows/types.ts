import type { SelectMode } from '../chart.ts';

/** One of the two labelings. */
export interface FlowSide {
  /** What stands over it. */
  readonly title: string;
  /** n labels; noise is -1. */
  readonly labels: Int32Array;
  /** Cluster → index into the palette: the same on both sides for clusters that match. */
  readonly colors: Int32Array;
}

export interface FlowsData {
  readonly from: FlowSide;
  readonly to: FlowSide;
  readonly selection: ReadonlySet<number> | null;
  /** CSS colours by slot, repeated when there are more slots than colours. */
  readonly palette: readonly string[];
  /** What rows are called: "flowers". */
  readonly noun: { readonly one: string; readonly many: string };
}

export interface FlowsCallbacks {
  /** The rows of a flow or of a cluster, ascending. */
  onSelect?(rows: Int32Array, mode: SelectMode): void;
}
