import type { SelectMode } from '../chart.ts';

/** One silhouette a row. */
export interface SilhouetteData {
  /** n silhouettes in [-1, 1]; NaN for a row that was not sampled; null where silhouettes are not defined at all. */
  readonly values: Float64Array | null;
  /** n labels; clusters are stacked in ascending order, noise last. */
  readonly labels: Int32Array;
  /** n indices into `palette`; negative is grey. */
  readonly colorOf: Int32Array;
  /** The score of the whole, for the dashed line; null for none. */
  readonly mean: number | null;
  readonly selection: ReadonlySet<number> | null;
  readonly hovered: number | null;
  readonly palette: readonly string[];
  /** Shown in place of the plot when `values` is null; by default "Not defined for one cluster". */
  readonly emptyText?: string;
}

export interface SilhouetteCallbacks {
  onSelect?(rows: Int32Array, mode: SelectMode): void;
  onClearSelection?(): void;
  onHover?(row: number | null, clientX: number, clientY: number): void;
}
