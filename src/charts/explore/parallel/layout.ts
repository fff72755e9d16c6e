import type { Extent } from '../matrix/layout.ts';
import type { Range } from '../range-keys.ts';

/** Where the axes of parallel coordinates stand, in pixels. */
export interface ParallelLayout {
  readonly count: number;
  readonly left: number;
  readonly step: number;
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
}

export const HEIGHT = 360;

export function layOutAxes(count: number, width: number): ParallelLayout {
  const side = width < 480 ? 28 : 48;
  const step = count > 1 ? (width - 2 * side) / (count - 1) : 0;
  return { count, left: count > 1 ? side : width / 2, step, top: 44, bottom: HEIGHT - 24, height: HEIGHT };
}

export const axisX = ({ left, step }: ParallelLayout, i: number): number => left + i * step;

/** The smallest value stands below, the largest above, equal values in the middle. */
export function heightOf(value: number, { min, max }: Extent, { top, bottom }: ParallelLayout): number {
  return max > min ? bottom - ((value - min) / (max - min)) * (bottom - top) : (top + bottom) / 2;
}

/** The axis near a place, or null. */
export function axisNear(layout: ParallelLayout, x: number): number | null {
  const i = layout.step > 0 ? Math.round((x - layout.left) / layout.step) : 0;
  const isNear = Math.abs(x - axisX(layout, i)) <= Math.max(10, Math.min(24, layout.step / 2));
  return i >= 0 && i < layout.count && isNear ? i : null;
}

/** A stretch of an axis that rows must pass through: pixels from above. */
export interface Gate {
  readonly from: number;
  readonly to: number;
}

/** A gate as shares of its axis, from its lower end to its upper end. */
export function rangeOfGate({ from, to }: Gate, { top, bottom }: ParallelLayout): Range {
  const share = (y: number) => Math.max(0, Math.min(1, (bottom - y) / (bottom - top)));
  return { from: share(to), to: share(from) };
}

/** Half a pixel more on both sides, so that values at its ends pass. */
export function gateOfRange({ from, to }: Range, { top, bottom }: ParallelLayout): Gate {
  const y = (share: number) => bottom - share * (bottom - top);
  return { from: y(to) - 0.5, to: y(from) + 0.5 };
}

/** The rows that pass through every gate. */
export function rowsThrough(
  gates: ReadonlyMap<number, Gate>,
  columns: readonly (Extent & { readonly values: Float64Array })[],
  layout: ParallelLayout,
): Int32Array {
  const rows: number[] = [];
  const n = columns[0]?.values.length ?? 0;
  for (let row = 0; row < n; row++) {
    let passes = true;
    for (const [i, { from, to }] of gates) {
      const y = heightOf(columns[i]!.values[row]!, columns[i]!, layout);
      if (!(y >= from && y <= to)) passes = false;
    }
    if (passes) rows.push(row);
  }
  return Int32Array.from(rows);
}
