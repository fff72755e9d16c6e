import type { Frame } from '../../../engine/types.ts';
import type { Lane } from './race-store.ts';

/** Seconds of the fit at a mark. */
export const secondsOf = ({ extra }: Frame) => extra.seconds as number;

/** The last mark up to a time (null: the last of all); the first before that; undefined where there are none. */
export function markAt(marks: readonly Frame[], time: number | null): Frame | undefined {
  if (time === null) return marks.at(-1);
  let found = marks[0];
  for (const mark of marks) {
    if (secondsOf(mark) > time) break;
    found = mark;
  }
  return found;
}

/** The time of the latest mark of both. */
export function raceEnd(lanes: readonly Lane[]): number {
  return Math.max(0, ...lanes.map(({ marks }) => (marks.length > 0 ? secondsOf(marks.at(-1)!) : 0)));
}

/** The time of the next mark of either after (1) or before (-1) a time; the time itself where there is none. */
export function neighbourTime(lanes: readonly Lane[], time: number, by: 1 | -1): number {
  const times = lanes.flatMap(({ marks }) => marks.map(secondsOf)).filter((at) => (by > 0 ? at > time : at < time));
  if (times.length === 0) return time;
  return by > 0 ? Math.min(...times) : Math.max(...times);
}

export const isRunning = ({ status }: Lane) =>
  status === 'waiting' || status === 'loading' || status === 'running' || status === 'scoring';
