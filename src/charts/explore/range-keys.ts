/** A stretch of a column's values: 0 is its smallest, 1 its largest. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The column that keys are about, and the ranges that they have made. */
export interface KeyRanges {
  readonly at: number;
  readonly ranges: ReadonlyMap<number, Range>;
}

/** One step of a key, and the range that the first key makes. */
const STEP = 0.05;
const FIRST = 0.25;

const clamp = (value: number) => Math.max(0, Math.min(1, Math.round(value * 1000) / 1000));

/**
 * What a key makes of it: left and right choose the column; up and down make a range at its end, then move it; with Shift they
 * move its upper end only; Delete takes it away. Null: the key says nothing here.
 */
export function rangeKey(
  { at, ranges }: KeyRanges,
  count: number,
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
): KeyRanges | null {
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    return { at: Math.max(0, Math.min(count - 1, at + (key === 'ArrowLeft' ? -1 : 1))), ranges };
  }
  const range = ranges.get(at);
  if (key === 'Delete' || key === 'Backspace') {
    return range ? { at, ranges: new Map([...ranges].filter(([column]) => column !== at)) } : null;
  }
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
  const by = key === 'ArrowUp' ? STEP : -STEP;
  return { at, ranges: new Map(ranges).set(at, range ? moved(range, by, shiftKey) : first(by)) };
}

const first = (by: number): Range => (by > 0 ? { from: 1 - FIRST, to: 1 } : { from: 0, to: FIRST });

function moved({ from, to }: Range, by: number, isUpper: boolean): Range {
  if (isUpper) return { from, to: Math.max(from, clamp(to + by)) };
  const step = by > 0 ? Math.min(by, 1 - to) : Math.max(by, -from);
  return { from: clamp(from + step), to: clamp(to + step) };
}

/** What keys do here, for those who ask and for those who cannot see it. */
export const RANGE_HELP =
  'Arrow keys: left and right choose a column, up and down select a range of it and move it, with Shift they move its upper end; Delete takes it away, Escape everything.';
