import { expect, test } from 'vitest';
import { bestOf, meanRanks, orderOf, ranksOf } from './ranks.ts';

test('the best, whichever way is better; nothing where nothing is defined', () => {
  expect(bestOf([0.2, null, 0.7], 'higher')).toBe(0.7);
  expect(bestOf([0.2, null, 0.7], 'lower')).toBe(0.2);
  expect(bestOf([null, null], 'lower')).toBeNull();
  expect(bestOf([], 'lower')).toBeNull();
});

test('equal values share the mean of their places, undefined ones the last', () => {
  expect(ranksOf([3, 1, 3, null, 2, null], 'higher')).toEqual([1.5, 4, 1.5, 5.5, 3, 5.5]);
  expect(ranksOf([3, 1, 2], 'lower')).toEqual([3, 1, 2]);
  expect(ranksOf([null], 'lower')).toEqual([1]);
});

test('ranks over several scores are their mean', () => {
  const columns = [
    { values: [0.9, 0.5, null], better: 'higher' },
    { values: [2, 1, 3], better: 'lower' },
  ] as const;
  expect(meanRanks(columns)).toEqual([1.5, 1.5, 3]);
  expect(meanRanks([])).toBeNull();
});

test('what is not defined comes last either way, and equal ones stay in their order', () => {
  expect(orderOf([2, null, 1, 2], false)).toEqual([2, 0, 3, 1]);
  expect(orderOf([2, null, 1, 2], true)).toEqual([0, 3, 2, 1]);
  expect(orderOf(['b', 'a'], false)).toEqual([1, 0]);
});
