import { lineFor } from './cut.ts';
import type { DendrogramData } from './types.ts';

/** Three digits, or as many as a whole number has. */
export function heightText(height: number): string {
  if (height !== 0 && Math.abs(height) < 1e-3) return height.toExponential(1);
  return Math.abs(height) >= 1000 ? String(Math.round(height)) : String(Number(height.toPrecision(3)));
}

/** "1 flower", "20 flowers" */
export function counted(count: number, noun: DendrogramData['noun']): string {
  return `${count} ${count === 1 ? noun.one : noun.many}`;
}

/** The chart in one sentence. */
export function summaryOf({ heights, clusters, threshold, noun }: DendrogramData, shown: number): string {
  const n = heights.length + 1;
  const at = heightText(threshold ?? lineFor(heights, clusters));
  const part = shown < n - 1 ? `; the last ${shown} of ${n - 1} merges are drawn` : '';
  return `Dendrogram of ${counted(n, noun)}, cut at ${at} into ${clusters} cluster${clusters === 1 ? '' : 's'}${part}`;
}
