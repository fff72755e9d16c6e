import { describe, expect, test } from 'vitest';
import { gemmDot, gemvDot, gemvSum, squaredNorm } from './dots.ts';
import { RandomState } from './random-state.ts';

// Whatever the order, the value is right to rounding; which rounding is held by the ties of tests/reference/kmeans.test.ts.
describe.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 31, 33, 64])('%d entries', (d) => {
  const random = new RandomState(d);
  const a = random.randomSamples(d + 2);
  const b = random.randomSamples(d + 3);
  const plain = (x: Float64Array, atX: number, y: Float64Array, atY: number) => {
    let sum = 0;
    for (let f = 0; f < d; f++) sum += x[atX + f]! * y[atY + f]!;
    return sum;
  };

  test('products and norms', () => {
    expect(gemmDot(a, 2, b, 3, d)).toBeCloseTo(plain(a, 2, b, 3), 12);
    expect(gemvDot(a, 2, b, 3, d)).toBeCloseTo(plain(a, 2, b, 3), 12);
    expect(squaredNorm(a, 2, d)).toBeCloseTo(plain(a, 2, a, 2), 12);
  });
});

test.each([0, 1, 2, 3, 4, 7, 2048, 2051, 9001])('a sum of %d entries', (n) => {
  const values = new RandomState(n).randomSamples(n);
  const sum = values.reduce((total, value) => total + value, 0);
  for (let row = 0; row < 7; row++) expect(gemvSum(values, row, 7)).toBeCloseTo(sum, 9);
});

// (D @ np.ones((n, 1))).ravel() of numpy 2.4.6, D = np.random.RandomState(0).random_sample((7, 70)), OpenBLAS on AVX-512.
test('rows of a product are added up in fours, a pair and one', () => {
  const values = new RandomState(0).randomSamples(490);
  const sums = Array.from({ length: 7 }, (_, row) => gemvSum(values.subarray(row * 70, row * 70 + 70), row, 7));
  expect(sums).toEqual([
    34.46609803230592, 35.241270699110096, 34.603954219331946, 36.72704297278277, 30.843670662993116, 33.46639495882002,
    38.344672116308054,
  ]);
});
