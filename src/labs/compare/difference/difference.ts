import { type Colored, clusterCount, matchColors } from '../../../state/colors.ts';
import { slotsOfLabels } from '../../../ui/panels/slots.ts';

/** The second of two labelings in the colours of the first, and the rows whose clusters do not match. */
export interface Difference {
  readonly colors: Int32Array;
  /** Ascending. */
  readonly moved: Int32Array;
}

/** @param after of the same rows as `before` */
export function differenceOf(before: Colored, after: Int32Array): Difference {
  const colors = matchColors(after, clusterCount(after, 0), before);
  const [was, is] = [slotsOfLabels(before.labels, before.colors), slotsOfLabels(after, colors)];
  const moved: number[] = [];
  for (let row = 0; row < after.length; row++) if (was[row] !== is[row]) moved.push(row);
  return { colors, moved: Int32Array.from(moved) };
}

/** One pair of clusters of a contingency table. */
export interface Shared {
  /** "cluster 2", "noise" */
  readonly from: string;
  readonly to: string;
  readonly fromLabel: number;
  readonly toLabel: number;
  readonly count: number;
  /** Of the first cluster's rows, the share that is in the second. */
  readonly share: number;
}

const nameOf = (label: number) => (label < 0 ? 'noise' : String(label));
const order = (labels: Int32Array) => [...new Set(labels)].sort((a, b) => (a < 0 ? 1 : b < 0 ? -1 : a - b));

/** Every pair, the empty ones too; clusters ascending, noise last. */
export function contingencyOf(before: Int32Array, after: Int32Array): Shared[] {
  const counts = new Map<string, number>();
  const totals = new Map<number, number>();
  for (let row = 0; row < before.length; row++) {
    const key = `${before[row]},${after[row]}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    totals.set(before[row]!, (totals.get(before[row]!) ?? 0) + 1);
  }
  const columns = order(after);
  return order(before).flatMap((fromLabel) =>
    columns.map((toLabel) => {
      const count = counts.get(`${fromLabel},${toLabel}`) ?? 0;
      const [from, to] = [nameOf(fromLabel), nameOf(toLabel)];
      return { from, to, fromLabel, toLabel, count, share: count / totals.get(fromLabel)! };
    }),
  );
}

/** The rows of one pair, ascending. */
export function rowsOfPair(before: Int32Array, after: Int32Array, { fromLabel, toLabel }: Shared): number[] {
  const rows: number[] = [];
  for (let row = 0; row < before.length; row++) if (before[row] === fromLabel && after[row] === toLabel) rows.push(row);
  return rows;
}
