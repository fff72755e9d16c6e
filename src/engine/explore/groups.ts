import type { Table } from '../types.ts';
import type { Groups } from './types.ts';

export interface Grouped {
  /** One a row; -1: in none. */
  readonly labels: Int32Array;
  readonly count: number;
  readonly sizes: Int32Array;
}

/** The group of every row. Labels that are not of this table (another number of rows) put no row in any group. */
export function groupsOf(table: Table, groups: Groups): Grouped {
  const n = table.X.rows;
  let labels = new Int32Array(n).fill(-1);
  let count = 0;
  if (groups.of === 'class' && table.y) {
    labels = table.y as typeof labels;
    count = table.classNames.length;
  } else if (groups.of === 'labels' && groups.labels.length === n) {
    labels = groups.labels as typeof labels;
    count = groups.count;
  }
  const sizes = new Int32Array(count);
  for (const label of labels) if (label >= 0 && label < count) sizes[label]!++;
  return { labels, count, sizes };
}
