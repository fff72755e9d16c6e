import { expect, test } from 'vitest';
import type { RangeAxis } from '../../engine/spec/axes.ts';
import { fitted, isFar, isFittable } from './fit-range.ts';

const eps: RangeAxis = { param: 'eps', from: 0.05, to: 1, count: 20, scale: 'linear' };

test('round ends, the rest as it was', () => {
  expect(fitted(eps, 0.0123, 48.67)).toEqual({ ...eps, from: 1, to: 49 });
  expect(fitted(eps, 12.3, 48.67)).toEqual({ ...eps, from: 10, to: 49 });
});

test('data without lengths has no range', () => {
  expect(fitted(eps, 0, 0)).toBeNull();
  expect(fitted(eps, Number.NaN, Number.NaN)).toBeNull();
  expect(fitted(eps, 3, 3)).toBeNull();
});

test('a range is kept where it is of the scale of the data', () => {
  expect(isFar(eps, { ...eps, to: 1.6 })).toBe(false);
  expect(isFar(eps, { ...eps, to: 60 })).toBe(true);
  expect(isFar(eps, { ...eps, to: 0.01 })).toBe(true);
});

test('lengths only', () => {
  expect(isFittable('DBSCAN', eps)).toBe(true);
  expect(isFittable('KMeans', { ...eps, param: 'n_clusters' })).toBe(false);
  expect(isFittable('DBSCAN', null)).toBe(false);
});
