import type { ScaleOptions } from '@observablehq/plot';
import { format } from 'd3';

const four = format('.4~g');

/** A value as an axis or a tip shows it: at most four significant digits. */
export function short(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e6 || (size > 0 && size < 1e-3)) return value.toExponential(1).replace('e+', 'e');
  return size >= 1000 ? format(',.0f')(value) : four(value);
}

/** A scale whose title stands in the middle of its axis. */
export const titled = (label: string | null, more: ScaleOptions = {}): ScaleOptions => ({
  label,
  labelAnchor: 'center',
  labelArrow: 'none',
  ...more,
});

/** About one tick every 80 pixels. */
export const ticksFor = (pixels: number): number => Math.max(2, Math.min(9, Math.floor(pixels / 80)));

/** A name of at most `most` letters. */
export const cut = (name: string, most: number): string => (name.length > most ? `${name.slice(0, most - 1)}…` : name);

/** Room for names on the left, in pixels. */
export const marginFor = (names: readonly string[], most: number): number =>
  Math.min(most, 12 + 6.4 * Math.max(1, ...names.map(({ length }) => length)));
