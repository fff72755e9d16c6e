import { expect, test } from 'vitest';
import { extentOf, headAt, nameBelow, pointAt, secondsText, timeForKey } from './layout.ts';
import type { Runner } from './types.ts';

const runner = (...points: [number, number][]): Runner => ({
  name: 'K-Means',
  color: '#000',
  points: points.map(([seconds, inertia]) => ({ seconds, inertia })),
  isOver: true,
});

test('the axes span all runners from the start', () => {
  expect(extentOf([runner([0, 9], [2, 4]), runner([1, 3])])).toEqual({ end: 2, low: 3, high: 4 });
});

test('the start is off the chart, for as long as nothing has moved', () => {
  expect(extentOf([runner([0, 90], [0.5, 90], [1, 9], [2, 4])])).toEqual({ end: 2, low: 4, high: 9 });
});

test('nothing, or nothing that moves, still has axes', () => {
  expect(extentOf([])).toEqual({ end: 1, low: 0, high: 1 });
  expect(extentOf([runner([0, 5])])).toEqual({ end: 1, low: 5, high: 6 });
});

test('where a runner stands', () => {
  const one = runner([0.5, 9], [1, 8]);
  expect(pointAt(one, 0.4)).toBeNull();
  expect(pointAt(one, 0.7)?.inertia).toBe(9);
  expect(pointAt(one, 3)?.inertia).toBe(8);
});

test('keys and words', () => {
  expect(timeForKey('ArrowRight', 0, 50)).toBe(1);
  expect(timeForKey('ArrowLeft', 0, 50)).toBe(0);
  expect(timeForKey('End', 0, 50)).toBe(50);
  expect(timeForKey('x', 0, 50)).toBeNull();
  expect(secondsText(0.01234, 0.5)).toBe('12.3 ms');
  expect(secondsText(1.2345, 3)).toBe('1.23 s');
});

test('names stay in the chart and clear of each other, also of heads above it', () => {
  for (const y of [-80, 0, 10, 23, 24, 90]) {
    const [higher, lower] = [headAt(y) + nameBelow(headAt(y), 0), headAt(y) + nameBelow(headAt(y), 1)];
    expect(higher).toBeGreaterThanOrEqual(10);
    expect(lower - higher).toBeGreaterThanOrEqual(15);
  }
});
