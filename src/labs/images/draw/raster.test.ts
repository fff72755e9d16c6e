import { describe, expect, test } from 'vitest';
import { centerOfMass, type Paper, penOf, type Stroke, strokesToShades } from './raster.ts';

const mnist: Paper = { width: 28, height: 28, isFitted: true };
const digits: Paper = { width: 8, height: 8, isFitted: true };
/** A long stroke down and a short one to the right, in the upper left of the paper. */
const ell: Stroke[] = [
  [0.05, 0.05, 0.05, 0.35],
  [0.05, 0.35, 0.2, 0.35],
];

/** The outermost columns and rows that are more than half lit. */
function extent(shades: Float64Array, width: number) {
  const lit = [...shades.keys()].filter((p) => shades[p]! > 0.5);
  const xs = lit.map((p) => p % width);
  const ys = lit.map((p) => Math.floor(p / width));
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

describe('a drawing as an image', () => {
  test('is scaled to 20 of 28 pixels and centred by its mass', () => {
    const shades = strokesToShades(ell, mnist);
    const { top, bottom } = extent(shades, 28);
    expect(bottom - top + 1).toBe(20);
    const { x, y } = centerOfMass(shades, 28);
    expect(x).toBeCloseTo(14, 1);
    expect(y).toBeCloseTo(14, 1);
  });

  test('fills a small image and stays within it', () => {
    const { top, bottom } = extent(strokesToShades(ell, digits), 8);
    expect([top, bottom]).toEqual([0, 7]);
  });

  test('stays where it was drawn when it is not fitted', () => {
    const { left, right, top, bottom } = extent(strokesToShades(ell, { ...mnist, isFitted: false }), 28);
    expect([left, top]).toEqual([0, 0]);
    expect(right).toBeLessThan(8);
    expect(bottom).toBeLessThan(12);
  });

  test('has smooth edges and a white middle', () => {
    const shades = strokesToShades([[0.5, 0.2, 0.5, 0.8]], { ...mnist, isFitted: false });
    const line = Array.from(shades.subarray(14 * 28, 15 * 28));
    expect(Math.max(...line)).toBe(1);
    expect(line.some((shade) => shade > 0 && shade < 1)).toBe(true);
    expect(line.reduce((sum, shade) => sum + shade, 0)).toBeCloseTo(2 * penOf(mnist), 1);
  });

  test('a dot is a dot; no strokes are black; nothing is NaN', () => {
    const dot = strokesToShades([[0.1, 0.9]], mnist);
    expect(dot.every((shade) => shade >= 0 && shade <= 1)).toBe(true);
    const { left, right } = extent(dot, 28);
    expect(right - left).toBeLessThan(4);
    expect(strokesToShades([], mnist).every((shade) => shade === 0)).toBe(true);
    expect(strokesToShades([[]], mnist).every((shade) => shade === 0)).toBe(true);
    expect(centerOfMass(new Float64Array(784), 28)).toEqual({ x: 14, y: 14 });
  });
});
