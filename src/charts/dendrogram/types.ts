import type { SelectMode } from '../chart.ts';

/** A merge tree over n rows, and where it is cut. */
export interface DendrogramData {
  /** 2 (n - 1) nodes: merge m joins children[2m] and children[2m + 1] to node n + m; nodes below n are the rows. */
  readonly children: ArrayLike<number>;
  /** n - 1 heights of the merges; they never fall. */
  readonly heights: Float64Array;
  /** How many clusters the cut leaves. */
  readonly clusters: number;
  /** The height of the cut; null where only the number of clusters is given: the line then lies halfway. */
  readonly threshold: number | null;
  /** n indices into `palette`; negative is grey. */
  readonly colorOf: Int32Array;
  /** The merges made so far, while a player shows them one by one; null: all. */
  readonly made: number | null;
  readonly selection: ReadonlySet<number> | null;
  readonly hovered: number | null;
  readonly palette: readonly string[];
  readonly scale: 'linear' | 'log';
  /** The accessible name of the cut: the parameter that it sets. */
  readonly cutName: string;
  /** What a row is called, and rows. */
  readonly noun: { readonly one: string; readonly many: string };
}

export interface DendrogramCallbacks {
  /** The cut is dragged, or moved by key, to this height; `done` at the end. */
  onCut?(height: number, done: boolean): void;
  onSelect?(rows: Int32Array, mode: SelectMode): void;
  onClearSelection?(): void;
  /** A leaf that is a single row is under the pointer; null: none is. */
  onHover?(row: number | null, clientX: number, clientY: number): void;
}
