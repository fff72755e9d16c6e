import { expect, test } from 'vitest';
import { countByClass, mainClass, matchedAccuracy, purity, sizeOf } from './composition.ts';

const labels = Int32Array.of(0, 0, 0, 1, 1, -1);
const y = Int32Array.of(1, 1, 0, 1, 0, 0);
const counts = countByClass(labels, y, 2, 2);

test('counts by cluster and class; noise counts nowhere', () => {
  expect([...counts]).toEqual([1, 2, 1, 1]);
  expect([...countByClass(labels, null, 2, 1)]).toEqual([3, 2]);
});

test('purity counts noise as wrong', () => {
  expect(purity(counts, 2, 6)).toBe(3 / 6);
  expect(purity(new Int32Array(0), 2, 0)).toBeNull();
});

test('accuracy gives each class to one cluster at most', () => {
  expect(matchedAccuracy(counts, 2, 6)).toBe(3 / 6);
  // Both are mostly of class 1: purity counts both, a matching only one of them.
  const same = Int32Array.of(0, 5, 1, 4);
  expect(purity(same, 2, 10)).toBe(0.9);
  expect(matchedAccuracy(same, 2, 10)).toBe(0.6);
  expect(matchedAccuracy(new Int32Array(4), 2, 0)).toBeNull();
});

test('how many rows a cluster has', () => {
  expect([sizeOf(counts, 0, 2), sizeOf(counts, 1, 2)]).toEqual([3, 2]);
});

test('the main class; none of an empty cluster', () => {
  expect([mainClass(counts, 0, 2), mainClass(counts, 1, 2)]).toEqual([1, 0]);
  expect(mainClass(new Int32Array(2), 0, 2)).toBe(-1);
});
