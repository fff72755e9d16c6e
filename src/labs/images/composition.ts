import { hungarian } from '../../engine/metrics/hungarian.ts';

/** Rows of each cluster and class, clusters × classes. Rows without a label count nowhere. @param y null: all are of one class */
export function countByClass(labels: Int32Array, y: Int32Array | null, clusters: number, classes: number): Int32Array {
  const counts = new Int32Array(clusters * classes);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (label >= 0 && label < clusters) counts[label * classes + (y?.[i] ?? 0)]!++;
  }
  return counts;
}

/** The share of rows that are of their cluster's most frequent class; null without rows. @param rows of all, noise too */
export function purity(counts: Int32Array, classes: number, rows: number): number | null {
  if (rows === 0 || counts.length === 0) return null;
  let pure = 0;
  for (let at = 0; at < counts.length; at += classes) pure += Math.max(...counts.subarray(at, at + classes));
  return pure / rows;
}

/**
 * The share of rows whose class is the one that their cluster stands for, if each cluster stands for one class and no two for
 * the same, in the best of all ways (Hungarian matching). Null without rows.
 */
export function matchedAccuracy(counts: Int32Array, classes: number, rows: number): number | null {
  if (rows === 0 || counts.length === 0) return null;
  const clusters = counts.length / classes;
  const cost = { data: Float64Array.from(counts, (count) => -count), rows: clusters, cols: classes };
  let matched = 0;
  for (const [cluster, of] of hungarian(cost).entries()) if (of >= 0) matched += counts[cluster * classes + of]!;
  return matched / rows;
}

/** The class that most rows of a cluster are of; -1 for an empty one. */
export function mainClass(counts: Int32Array, cluster: number, classes: number): number {
  let most = -1;
  for (let c = 0; c < classes; c++) {
    const count = counts[cluster * classes + c]!;
    if (count > 0 && (most < 0 || count > counts[cluster * classes + most]!)) most = c;
  }
  return most;
}

/** How many rows a cluster has. */
export function sizeOf(counts: Int32Array, cluster: number, classes: number): number {
  let size = 0;
  for (let at = cluster * classes; at < (cluster + 1) * classes; at++) size += counts[at]!;
  return size;
}
