import { expect, test } from 'vitest';
import { domainOf, EMPTY, pointsOf, rounded, strokesOf } from './strokes.ts';

test('a drawing is a dataset, with classes as soon as one point has one', () => {
  const a = { x: 1, y: 2, kind: null };
  const b = { x: 3, y: 4, kind: 'b' };
  expect(pointsOf([[a], [a]])).toEqual({
    X: [
      [1, 2],
      [1, 2],
    ],
  });
  expect(pointsOf([[a, b]]).y).toEqual(['none', 'b']);
  expect(strokesOf(pointsOf([[a], [b]]))).toEqual([[a, b]]);
  expect(strokesOf({ X: [[1, 2, 3]] })).toEqual([]);
});

test('values have no more digits than a drawing can tell apart', () => {
  expect(rounded(2.34567, EMPTY)).toBe(2.35);
  expect(rounded(314.159, [0, 1000])).toBe(314);
  expect(rounded(0.0314159, [0, 0.1])).toBe(0.0314);
});

test('an axis holds what is there', () => {
  expect(domainOf([])).toEqual(EMPTY);
  expect(domainOf([1, 9])).toEqual(EMPTY);
  expect(domainOf([-10, 10])).toEqual([-12, 12]);
  expect(domainOf([50, 50])).toEqual([49.9, 50.1]);
});
