import { expect, test } from 'vitest';
import { contingencyOf, differenceOf, rowsOfPair } from './difference.ts';

const labels = (...values: number[]) => Int32Array.from(values);
const before = { labels: labels(0, 0, 0, 1, 1, -1), colors: labels(0, 1) };

test('other numbers are no movement; another cluster, or in and out of noise, is', () => {
  const { colors, moved } = differenceOf(before, labels(1, 1, 0, 0, 0, 0));
  expect([...colors]).toEqual([1, 0]);
  expect([...moved]).toEqual([2, 5]);
  expect(differenceOf(before, labels(1, 1, 1, 0, 0, -1)).moved).toHaveLength(0);
});

test('a cluster that is split keeps its colour in its larger part', () => {
  expect([...differenceOf(before, labels(0, 0, 2, 1, 1, -1)).moved]).toEqual([2]);
});

test('counts every pair, noise last, and finds its rows', () => {
  const after = labels(1, 1, 0, 0, 0, -1);
  const pairs = contingencyOf(before.labels, after);
  expect(pairs.map(({ from, to, count }) => [from, to, count])).toEqual([
    ['0', '0', 1],
    ['0', '1', 2],
    ['0', 'noise', 0],
    ['1', '0', 2],
    ['1', '1', 0],
    ['1', 'noise', 0],
    ['noise', '0', 0],
    ['noise', '1', 0],
    ['noise', 'noise', 1],
  ]);
  expect(pairs[1]!.share).toBeCloseTo(2 / 3);
  expect(rowsOfPair(before.labels, after, pairs[1]!)).toEqual([0, 1]);
});
