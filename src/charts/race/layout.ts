import type { Runner } from './types.ts';

export const MARGIN = { top: 16, right: 16, bottom: 22, left: 52 } as const;

export interface RaceExtent {
  /** Seconds, from 0 to the end of the slowest. */
  readonly end: number;
  readonly low: number;
  /** The highest after the first step: the start lies so far above that all else would be flat. Curves come in from above. */
  readonly high: number;
}

/** What the axes span. Nothing yet: a second, and heights that are no use. */
export function extentOf(runners: readonly Runner[]): RaceExtent {
  const points = runners.flatMap((runner) => runner.points);
  if (points.length === 0) return { end: 1, low: 0, high: 1 };
  const low = Math.min(...points.map(({ inertia }) => inertia));
  const start = Math.max(...runners.map((runner) => runner.points[0]?.inertia ?? low));
  const high = Math.max(low, ...points.map(({ inertia }) => inertia).filter((inertia) => inertia < start));
  const end = Math.max(...points.map(({ seconds }) => seconds));
  return { end: end > 0 ? end : 1, low, high: high > low ? high : low + 1 };
}

/** Where a runner stands at a time: its last point up to then; null before its first. */
export function pointAt(runner: Runner, time: number): Runner['points'][number] | null {
  let found: Runner['points'][number] | null = null;
  for (const point of runner.points) {
    if (point.seconds > time) break;
    found = point;
  }
  return found;
}

/** The time that a key asks for, in steps of a fiftieth of the whole; null for a key that is none of the chart's. */
export function timeForKey(key: string, time: number, end: number): number | null {
  const targets: Readonly<Record<string, number>> = {
    ArrowRight: time + end / 50,
    ArrowUp: time + end / 50,
    ArrowLeft: time - end / 50,
    ArrowDown: time - end / 50,
    PageUp: time + end / 10,
    PageDown: time - end / 10,
    Home: 0,
    End: end,
  };
  const target = targets[key];
  return target === undefined ? null : Math.min(end, Math.max(0, target));
}

/** "0.25 s", "12 ms": as the axis counts, by how long all of it is. */
export function secondsText(seconds: number, end: number): string {
  if (end < 1) return `${Number((seconds * 1000).toPrecision(3))} ms`;
  return `${Number(seconds.toPrecision(3))} s`;
}

/** Where a head is seen, pixels from the top: one above the chart at its edge. */
export const headAt = (y: number): number => Math.max(6, y);

/**
 * How far below its head, at `y`, the baseline of a name stands: the higher one's (0) above it, or beside it where there is no
 * room above; the other's below, clear of the first.
 */
export function nameBelow(y: number, place: number): number {
  if (place > 0) return 19;
  return y < 24 ? 4 : -13;
}
