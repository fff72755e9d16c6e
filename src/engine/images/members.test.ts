import { describe, expect, test } from 'vitest';
import { matrix } from '../numeric/matrix.ts';
import { pixels } from '../pixels.ts';
import { inertiaSteps, meansSteps, memberSteps } from './members.ts';

function ended<R>(steps: Generator<unknown, R, void>): R {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value as R;
  }
}

const bytes = Uint8Array.of(0, 0, 4, 0, 0, 8, 4, 8, 2, 2);
const X = pixels(bytes, 5, 2, 2);
const dense = matrix(
  5,
  2,
  Float64Array.from(bytes, (byte) => byte / 2),
);

describe.each([
  ['pixels', X],
  ['dense', dense],
])('%s', (_, points) => {
  test('members come nearest first, with their mean and spread', () => {
    const { rows, distances, mean, spread } = ended(
      memberSteps(points, Int32Array.of(0, 1, 2, 3), Float64Array.of(2, 4)),
    );
    expect([...rows]).toEqual([3, 2, 1, 0]);
    expect([...distances]).toEqual([0, 2, 4, Math.sqrt(20)]);
    expect([...mean]).toEqual([1, 2]);
    expect([...spread]).toEqual([1, 2]);
  });

  test('without a centre, distances are from the mean; equal ones by row', () => {
    const { rows, distances } = ended(memberSteps(points, Int32Array.of(4, 3, 0), null));
    expect(rows[0]).toBe(4);
    expect(distances[0]).toBeLessThan(distances[1]!);
    expect([...ended(memberSteps(points, Int32Array.of(3, 0), null)).rows]).toEqual([0, 3]);
  });

  test('the means of clusters; noise belongs to none, an empty one has zeros', () => {
    const means = ended(meansSteps(points, Int32Array.of(0, 0, 2, 2, -1), 3));
    expect([...means.data]).toEqual([1, 0, 0, 0, 1, 4]);
  });

  test('inertia counts labelled rows alone', () => {
    const centers = matrix(1, 2, Float64Array.of(1, 0));
    expect(ended(inertiaSteps(points, Int32Array.of(0, 0, -2, -1, -1), centers))).toBe(2);
  });
});

test('no members: nothing to sort, and no NaN', () => {
  const none = ended(memberSteps(X, new Int32Array(0), null));
  expect(none.rows).toHaveLength(0);
  expect([...none.mean, ...none.spread]).toEqual([0, 0, 0, 0]);
});

test('many rows pause on the way', () => {
  const many = matrix(2000, 784);
  let pauses = 0;
  const steps = memberSteps(
    many,
    Int32Array.from({ length: 2000 }, (_, i) => i),
    null,
  );
  while (!steps.next().done) pauses++;
  expect(pauses).toBeGreaterThan(4);
});
