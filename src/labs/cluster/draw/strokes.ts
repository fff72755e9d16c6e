import type { PointsRef } from '../../../engine/dataset-ref.ts';

/** A point that was drawn, and its class where it was given one. */
export interface Drawn {
  readonly x: number;
  readonly y: number;
  readonly kind: string | null;
}
/** What one press of the pointer added: what undo takes back. */
export type Stroke = readonly Drawn[];
export type Domain = readonly [low: number, high: number];

/** Where nothing is there yet. */
export const EMPTY: Domain = [0, 10];
/** The class of points without one, beside points with one. */
const NO_CLASS = 'none';
/** Fewer points are nothing to cluster yet. */
export const FEWEST = 3;

/** As many digits as a drawing can tell apart: they are what makes a link long. */
export function rounded(value: number, [low, high]: Domain): number {
  const step = 10 ** (Math.ceil(Math.log10(high - low)) - 3);
  const digits = Math.max(0, Math.round(-Math.log10(step)));
  return Number((Math.round(value / step) * step).toFixed(digits));
}

/** The drawing as a dataset. */
export function pointsOf(strokes: readonly Stroke[]): PointsRef {
  const points = strokes.flat();
  const X = points.map(({ x, y }) => [x, y]);
  return points.some(({ kind }) => kind !== null) ? { X, y: points.map(({ kind }) => kind ?? NO_CLASS) } : { X };
}

/** Points that are there already, as the first stroke; none where they do not lie in a plane. */
export function strokesOf({ X, y }: PointsRef): Stroke[] {
  if (X[0]?.length !== 2) return [];
  const kindOf = (i: number) => (y === undefined || y[i] === NO_CLASS ? null : String(y[i]));
  return [X.map(([x, value], i) => ({ x: x!, y: value!, kind: kindOf(i) }))];
}

/** An axis that holds the values: the empty one where they lie within it. */
export function domainOf(values: readonly number[]): Domain {
  const [low, high] = [Math.min(...values, EMPTY[1]), Math.max(...values, EMPTY[0])];
  if (values.length === 0 || (low >= EMPTY[0] && high <= EMPTY[1])) return EMPTY;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const margin = (most - least || 1) / 10;
  return [least - margin, most + margin];
}
