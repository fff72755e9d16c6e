import { expect, test } from 'vitest';
import { matrix } from '../../numeric/matrix.ts';
import { RandomState } from '../../numeric/random-state.ts';
import type { Matrix } from '../../types.ts';
import { distanceBetween } from './distance.ts';
import { prim } from './prim.ts';
import type { Merges } from './tree.ts';

function drain(steps: Generator<null, Merges, void>): Merges {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** By definition: of all rows outside the first that is nearest to any row inside. */
function plain(X: Matrix): Merges {
  const n = X.rows;
  const distance = distanceBetween(X, 'euclidean');
  const reach = new Map(Array.from({ length: n - 1 }, (_, i) => [i + 1, Number.POSITIVE_INFINITY]));
  const merges = { a: new Int32Array(n - 1), b: new Int32Array(n - 1), heights: new Float64Array(n - 1) };
  for (let m = 0, taken = 0; m < n - 1; m++) {
    for (const [row, value] of reach) reach.set(row, Math.min(value, distance(taken, row)));
    merges.a[m] = taken;
    merges.heights[m] = Math.min(...reach.values());
    taken = [...reach].find(([, value]) => value === merges.heights[m])![0];
    merges.b[m] = taken;
    reach.delete(taken);
  }
  return merges;
}

test.each([
  ['free numbers', 240, 16, 0],
  ['whole numbers, which tie', 260, 20, 2],
  ['mostly zeros', 220, 33, 1],
])('wide rows of %s are taken in the order of the definition', (_, n, d, top) => {
  const random = new RandomState(n);
  const draw = () => (top === 0 ? random.randomSample() : Math.max(0, random.randint(0, 3 * top) - 2 * top + 1));
  const X = matrix(n, d, Float64Array.from({ length: n * d }, draw));
  X.data.copyWithin(50 * d, 0, 20 * d);
  for (let at = 55 * d; at < 60 * d; at++) X.data[at]! += 1e-10 * random.randomSample();
  expect(drain(prim(X, 'euclidean'))).toEqual(plain(X));
});

test.each([
  ['free numbers', 300, 2, 1, 0],
  ['whole numbers, which tie', 300, 2, 12, 0],
  ['close numbers, whose squares differ where their distances tie', 300, 2, 1e-8, 1e8],
  ['two values', 90, 3, 2, 0],
  ['one column', 200, 1, 40, 0],
  ['the same entries', 40, 4, 0, 7],
])('narrow rows of %s are taken in the order of the definition', (_, n, d, top, offset) => {
  const random = new RandomState(n);
  const draw = () => offset + (top > 1 ? random.randint(0, top) : top * random.randomSample());
  const X = matrix(n, d, Float64Array.from({ length: n * d }, draw));
  expect(drain(prim(X, 'euclidean'))).toEqual(plain(X));
});

test('squares that differ have roots that tie: the first row is taken', () => {
  const [x, y] = [1.95, 2.1e-8];
  expect(x * x + y * y).toBeGreaterThan(x * x);
  expect(Math.sqrt(x * x + y * y)).toBe(Math.sqrt(x * x));
  expect(drain(prim(matrix(3, 2, Float64Array.of(0, 0, x, y, x, 0)), 'euclidean')).b).toEqual(Int32Array.of(1, 2));
});

test('rows infinitely far, to float64, are taken in their order', () => {
  const X = matrix(4, 2, Float64Array.of(0, 0, 1e200, 0, -1e200, 0, 0, 1e200));
  expect(drain(prim(X, 'euclidean')).b).toEqual(Int32Array.of(1, 2, 3));
});
