import { polygonHull } from 'd3';
import { INK, type StageHull } from '../../../charts/stage/overlay-types.ts';
import type { Frame } from '../../../engine/types.ts';
import { segmentsOf } from './marks.ts';
import { nothing, type Overlay, type OverlayStep } from './overlay.ts';

interface Merge {
  /** The rows of the two clusters that merge; empty before and after all merges. */
  readonly firstRows: Int32Array;
  readonly secondRows: Int32Array;
  /** The two rows on which the height hangs, for some linkages. */
  readonly pair?: Int32Array;
}
const mergeOf = (frame: Frame) => frame.extra as unknown as Merge;

/** The hull of a cluster, in the colour that it had before this step. */
function hullOf({ x, y, frames, index, slotOf }: OverlayStep, rows: Int32Array): StageHull {
  const places = Array.from(rows, (row): [number, number] => [x[row]!, y[row]!]);
  // Fewer than three places, or all in one line, have no hull: their ends then are enough.
  const corners = polygonHull(places) ?? ends(places);
  const before = frames[Math.max(0, index - 1)]!.labels[rows[0]!]!;
  return {
    x: Float64Array.from(corners, ([px]) => px),
    y: Float64Array.from(corners, ([, py]) => py),
    slot: slotOf(before),
  };
}

function ends(places: readonly [number, number][]): [number, number][] {
  const sorted = [...places].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return sorted.length < 2 ? sorted : [sorted[0]!, sorted.at(-1)!];
}

function middle(places: Float64Array, rows: Int32Array): number {
  let sum = 0;
  for (const row of rows) sum += places[row]!;
  return sum / rows.length;
}

/** The two clusters that merge, and the line between their middles, or between the two rows that decide. */
export const agglomerativeClustering: Overlay = {
  draw(step) {
    const { x, y } = step;
    const { firstRows, secondRows, pair } = mergeOf(step.frame);
    const decides = step.frames.some((frame) => mergeOf(frame).pair?.length === 2);
    const legend = [
      { mark: 'hull', words: 'the two that merge' },
      { mark: 'strong', words: decides ? 'the two points that decide' : 'between their middles' },
    ] as const;
    if (firstRows.length === 0 || secondRows.length === 0) return { ...nothing, legend };
    const groups = pair?.length === 2 ? [pair.slice(0, 1), pair.slice(1)] : [firstRows, secondRows];
    const [a, b] = groups.map((rows) => [middle(x, rows), middle(y, rows)] as const);
    return {
      ...nothing,
      hulls: [hullOf(step, firstRows), hullOf(step, secondRows)],
      segments: [
        segmentsOf(
          1,
          'strong',
          () => INK,
          () => [...a!, ...b!],
        ),
      ],
      legend,
    };
  },
};
