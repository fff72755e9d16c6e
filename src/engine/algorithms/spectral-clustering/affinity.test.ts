import { expect, test } from 'vitest';
import { type Affinity, countParts, degreesOf } from './affinity.ts';

/** Yields of a generator, and what it returns. */
function drained<T>(steps: Generator<null, T, void>): { pauses: number; value: T } {
  for (let pauses = 0; ; pauses++) {
    const { done, value } = steps.next();
    if (done) return { pauses, value };
  }
}

test('a dense graph is looked at in blocks of rows, so that a cancel is heard', () => {
  const n = 2000;
  const affinity: Affinity = { kind: 'dense', n, data: new Float64Array(n * n).fill(1) };
  for (let i = 0; i < n; i++) affinity.data[i * n + i] = 0;
  const degrees = drained(degreesOf(affinity));
  expect(degrees.value).toEqual(new Float64Array(n).fill(n - 1));
  expect(degrees.pauses).toBeGreaterThanOrEqual(3);
  const parts = drained(countParts(affinity));
  expect(parts.value).toBe(1);
  expect(parts.pauses).toBeGreaterThanOrEqual(3);
});
