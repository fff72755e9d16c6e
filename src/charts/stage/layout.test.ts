import { expect, test } from 'vitest';
import { covers, equalUnits, markOpacity, markRadius, paddedDomain, plotBox } from './layout.ts';

test('a domain holds its values with room to spare, and rounds outwards', () => {
  const [low, high] = paddedDomain(Float64Array.of(1, 6.9, 3));
  expect(low).toBeLessThan(0.71);
  expect(low).toBeGreaterThan(0.3);
  expect(high).toBeGreaterThan(7.19);
  expect(high).toBeLessThan(7.6);
});

test('a constant column stands in the middle of its domain', () => {
  const [low, high] = paddedDomain(Float64Array.of(3, 3));
  expect((low + high) / 2).toBeCloseTo(3, 12);
  expect(high - low).toBeGreaterThanOrEqual(3);
  expect(paddedDomain(Float64Array.of(0))).toEqual([-0.5, 0.5]);
});

test('what is not finite does not count, and no value at all gives a unit', () => {
  expect(paddedDomain(new Float64Array(0))).toEqual([0, 1]);
  expect(paddedDomain(Float64Array.of(Number.NaN, Number.POSITIVE_INFINITY))).toEqual([0, 1]);
  const [low, high] = paddedDomain(Float64Array.of(Number.NaN, 0, 10, Number.NEGATIVE_INFINITY));
  expect([low, high]).toEqual([-0.5, 10.5]);
});

test('covers tells when a value has left the domain', () => {
  expect(covers([0, 1], Float64Array.of(0, 1, Number.NaN))).toBe(true);
  expect(covers([0, 1], Float64Array.of(0, 1.01))).toBe(false);
});

test('equal units keep both domains and make a unit as long on either axis', () => {
  const { x, y } = equalUnits([0, 10], [0, 1], 500, 250);
  expect((x[1] - x[0]) / 500).toBeCloseTo((y[1] - y[0]) / 250, 12);
  expect(x).toEqual([0, 10]);
  expect(y).toEqual([-2, 3]);
});

test('the plot stays inside its node on an 8-pixel grid, and never vanishes', () => {
  const { left, top, width, height } = plotBox(800, 600, 45);
  expect([left % 8, top % 8]).toEqual([0, 0]);
  expect(left).toBeGreaterThanOrEqual(45 + 36);
  expect(left + width).toBeLessThanOrEqual(800);
  expect(top + height).toBeLessThanOrEqual(600 - 40);
  expect(plotBox(0, 0, 0).width).toBe(1);
});

test('marks shrink and fade in a crowd, and grow back as one zooms in', () => {
  const area = 500_000;
  const radii = [150, 1000, 10_000, 70_000].map((n) => markRadius(n, area, 1));
  expect(radii).toEqual([...radii].sort((a, b) => b - a));
  expect(radii[0]! / radii[3]!).toBeGreaterThan(2);
  const opacities = [150, 10_000, 70_000].map((n) => markOpacity(n, area, 1, markRadius(n, area, 1)));
  expect(opacities[0]).toBe(0.88);
  expect(opacities[1]).toBeLessThan(0.75);
  expect(opacities[2]).toBeLessThan(opacities[1]!);
  expect(markOpacity(70_000, area, 20, markRadius(70_000, area, 20))).toBe(0.88);
});
