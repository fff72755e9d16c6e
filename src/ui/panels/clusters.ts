import { NOISE } from '../../engine/types.ts';

export interface Cluster {
  /** -1: noise */
  readonly label: number;
  readonly size: number;
  /** Mean of its members' silhouettes; null where there are none. */
  readonly silhouette: number | null;
}

/** Sizes and mean silhouettes by label, ascending, noise last. Clusters without members have no place in it. */
export function clustersOf(labels: Int32Array, silhouettes: Float64Array | null): Cluster[] {
  const found = new Map<number, { size: number; sum: number }>();
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    let entry = found.get(label);
    if (!entry) {
      entry = { size: 0, sum: 0 };
      found.set(label, entry);
    }
    entry.size++;
    entry.sum += silhouettes?.[i] ?? 0;
  }
  const order = (label: number) => (label === NOISE ? Infinity : label);
  return [...found]
    .sort(([a], [b]) => order(a) - order(b))
    .map(([label, { size, sum }]) => ({ label, size, silhouette: silhouettes ? sum / size : null }));
}

/** The rows with a label, ascending. */
export function rowsOf(labels: Int32Array, label: number): number[] {
  const rows: number[] = [];
  for (let i = 0; i < labels.length; i++) if (labels[i] === label) rows.push(i);
  return rows;
}
