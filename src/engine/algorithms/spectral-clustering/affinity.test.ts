import { expect, test } from 'vitest';
import { countParts, degreesOf, denseAffinity } from './affinity.ts';

/** Yields of a generator, and what it returns. */
function drained<T>(steps: Generator<null, T, void>): { pauses: number; value: T } {
  for (let pauses = 0; ; pauses++) {
    const { done, value } = steps.next();
    if (done) return { pauses, value };
  }
}

test('a dense graph is looked at in blocks of rows, so that a cancel is heard', () => {
  const n = 2000;
  const ring = denseAffinity(n);
  for (let i = 0; i < n; i++) for (const j of [(i + 1) % n, (i + n - 1) % n]) ring.data[i * n + j] = 1;
  const degrees = drained(degreesOf(ring));
  expect(degrees.value).toEqual(new Float64Array(n).fill(2));
  expect(degrees.pauses).toBeGreaterThanOrEqual(3);
  const parts = drained(countParts(ring));
  expect(parts.value).toBe(1);
  expect(parts.pauses).toBeGreaterThanOrEqual(3);
});

test('parts are counted until every row is reached, and rows without ties are parts of their own', () => {
  const full = denseAffinity(60);
  full.data.fill(1);
  expect(drained(countParts(full)).value).toBe(1);
  expect(drained(countParts(denseAffinity(60))).value).toBe(60);
  const pairs = denseAffinity(60);
  for (let i = 0; i < 60; i++) pairs.data[i * 60 + (i ^ 1)] = 1;
  expect(drained(countParts(pairs)).value).toBe(30);
});
