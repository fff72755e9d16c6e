import { scaleLinear, scaleLog } from 'd3';
import type { SweepAxis } from './types.ts';

/** Where the places of an axis are, in pixels. */
export interface PlaceScale {
  at(place: number): number;
  /** Where a value of the axis would be; null on an axis of words and out of range. */
  of(value: number): number | null;
  /** The place that is nearest to a pixel. */
  nearest(pixel: number): number;
  /** The places are words: there is nothing between two of them. */
  readonly isWords: boolean;
  /** The places that have room for their label. */
  readonly ticks: readonly number[];
}

/** @param room how many pixels a label takes */
export function placeScale({ places, log }: SweepAxis, from: number, to: number, room: number): PlaceScale {
  const values = places.map(({ value }) => value);
  const [first, last] = [values[0], values.at(-1)];
  const isNumeric = places.length > 1 && typeof first === 'number' && typeof last === 'number' && first < last;
  const scale = isNumeric
    ? (log && first > 0 ? scaleLog() : scaleLinear()).domain([first, last]).range([from, to])
    : null;
  const isWords = values.every((value) => value === null);
  const step = (to - from) / Math.max(1, isWords ? places.length : places.length - 1);
  const at = (place: number) => {
    if (scale) return scale(values[place] as number);
    return places.length === 1 ? (from + to) / 2 : from + (isWords ? place + 0.5 : place) * step;
  };
  const nearest = (pixel: number) => {
    let best = 0;
    for (let i = 1; i < places.length; i++) if (Math.abs(at(i) - pixel) < Math.abs(at(best) - pixel)) best = i;
    return best;
  };
  return {
    at,
    of: (value) => (scale && value >= (first as number) && value <= (last as number) ? scale(value) : null),
    nearest,
    isWords,
    ticks: spaced(
      places.map((_, i) => at(i)),
      room,
    ),
  };
}

/** The first, the last, and of those between as many as stand `room` apart, evenly chosen. */
export function spaced(positions: readonly number[], room: number): number[] {
  const last = positions.length - 1;
  for (let stride = 1; stride <= last; stride++) {
    const kept = positions.flatMap((_, i) => (i % stride === 0 ? [i] : []));
    if (kept.every((i, k) => k === 0 || Math.abs(positions[i]! - positions[kept[k - 1]!]!) >= room)) return kept;
  }
  return last < 0 ? [] : [0];
}

/** The place that a key leads to; null for a key that leads nowhere. */
export function placeByKey(key: string, place: number | null, count: number): number | null {
  const last = count - 1;
  const here = place ?? (key === 'ArrowLeft' || key === 'ArrowDown' ? last + 1 : -1);
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(last, here + 1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, here - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'PageUp':
      return Math.min(last, Math.max(0, here) + 5);
    case 'PageDown':
      return Math.max(0, Math.min(last, here) - 5);
    default:
      return null;
  }
}
