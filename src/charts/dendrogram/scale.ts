import { scaleLinear, scaleLog } from 'd3';
import type { DendrogramLayout } from './layout.ts';

/** Heights to pixels. */
export interface HeightScale {
  (height: number): number;
  invert(y: number): number;
  ticks: readonly { readonly y: number; readonly text: string }[];
  /** The height at the top. */
  readonly top: number;
}

/** The lowest height that a logarithmic scale has to show apart from 0. */
function lowestOf({ leaves, joins }: DendrogramLayout, top: number): number {
  let lowest = top;
  for (const { height } of [...leaves, ...joins]) if (height > 0) lowest = Math.min(lowest, height);
  return lowest;
}

/** Whether the merges near the top would lie in a strip of a linear scale: the highest is far above the twelfth. */
export function isSkewed(heights: Float64Array): boolean {
  const top = heights.at(-1) ?? 0;
  const twelfth = heights[Math.max(0, heights.length - 12)] ?? 0;
  return twelfth > 0 && top / twelfth > 12;
}

/** A scale with room for a cut above the last merge. On the logarithmic one 0 lies at the bottom. */
export function heightScale(layout: DendrogramLayout, kind: 'linear' | 'log', height: number): HeightScale {
  const last = layout.joins.at(-1)?.height ?? 0;
  const top = (last || 1) * (kind === 'log' ? 1.3 : 1.12);
  const low = lowestOf(layout, top) / 1.6;
  const scale = kind === 'log' ? scaleLog([low, top], [height, 0]) : scaleLinear([0, top], [height, 0]);
  const count = Math.max(2, Math.floor(height / 44));
  const text = scale.tickFormat(count, kind === 'log' ? '~g' : undefined);
  const y = (value: number) => (kind === 'log' && value <= low ? height : scale(value));
  return Object.assign(y, {
    invert: (at: number) => Math.max(0, scale.invert(at)),
    ticks: scale.ticks(count).flatMap((value) => (text(value) ? [{ y: scale(value), text: text(value) }] : [])),
    top,
  });
}
