import type { SelectMode } from '../../chart.ts';
import type { GroupLook } from '../types.ts';
import type { Extent } from './layout.ts';

export interface MatrixColumn extends Extent {
  readonly name: string;
  /** One a row. */
  readonly values: Float64Array;
}

/** Columns against each other, by twos, and the rows that are drawn. */
export interface TableView {
  readonly columns: readonly MatrixColumn[];
  /** The rows that are drawn; a brush finds all of them. */
  readonly shown: Int32Array;
  /** One a row: its group, -1: in none. */
  readonly groupOf: Int32Array;
  readonly groups: readonly GroupLook[];
  readonly selection: ReadonlySet<number> | null;
  readonly hovered: number | null;
  /** "flower 12 · setosa" */
  nameOf(row: number): string;
  /** The picture's accessible name. */
  readonly label: string;
}

export interface TableCallbacks {
  onSelect?(rows: Int32Array, mode: SelectMode): void;
  onClearSelection?(): void;
  onHover?(row: number | null): void;
}
