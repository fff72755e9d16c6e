import { algorithmSpec } from '../engine/algorithms/specs.ts';
import type { Frame } from '../engine/types.ts';
import { type Colored, clusterCount, takeOver } from './colors.ts';

/** What was found for a frame, and of which result. */
const known = new WeakMap<Frame, { result: Colored; own: Int32Array }>();

/**
 * The palette slot of each cluster in a frame. Where a method numbers its clusters anew at each step (`renumbers`), each has the
 * slot of the cluster that most of its rows end in; one that comes to nothing has a slot by its first row, the same as long as
 * that row leads it.
 * @param colors the slots of the last frame's clusters
 */
export function frameColors(
  algorithm: string,
  frames: readonly Frame[],
  index: number,
  colors: Int32Array,
): Int32Array {
  const [frame, last] = [frames[index], frames.at(-1)];
  if (!frame || !last || frame === last || !algorithmSpec(algorithm)?.renumbers) return colors;
  const before = known.get(frame);
  if (before?.result.colors === colors && before.result.labels === last.labels) return before.own;
  const result = { labels: last.labels, colors };
  const own = takeOver(frame.labels, clusterCount(frame.labels, 0), result);
  giveByFirstRow(own, frame.labels, Math.max(-1, ...colors) + 1);
  known.set(frame, { result, own });
  return own;
}

/** Gives each cluster without a slot one from `free` on, by its first row. */
function giveByFirstRow(slots: Int32Array, labels: Int32Array, free: number): void {
  for (const [row, label] of labels.entries()) if (label >= 0 && slots[label] === -1) slots[label] = free + row;
}
