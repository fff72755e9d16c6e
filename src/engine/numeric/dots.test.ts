import { describe, expect, test } from 'vitest';
import { gemmDot, gemvDot, gemvRowDot, gemvSum, orderOf, squaredNorm, vectorDot } from './dots.ts';
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
    for (const order of ['chain', 'neighbors', 'halves'] as const) {
      expect(gemmDot(a, 2, b, 3, d, order)).toBeCloseTo(plain(a, 2, b, 3), 12);
    }
    expect(gemvDot(a, 2, b, 3, d)).toBeCloseTo(plain(a, 2, b, 3), 12);
    for (let row = 0; row < 7; row++) {
      expect(gemvRowDot(row, 7, a, 2, b, 3, d)).toBeCloseTo(plain(a, 2, b, 3), 12);
    }
    expect(vectorDot(a, 2, b, 3, d)).toBeCloseTo(plain(a, 2, b, 3), 12);
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

// X @ X[:3].T of numpy 2.4.6, X = np.random.RandomState(1).random_sample((5, 33)).
test('a small product of long rows: eight lanes, another order in the corner', () => {
  const X = new RandomState(1).randomSamples(165);
  const product = Array.from({ length: 5 }, (_, i) =>
    Array.from({ length: 3 }, (_, j) => gemmDot(X, i * 33, X, j * 33, 33, orderOf(33, i, 5, j, 3))),
  );
  expect(product).toEqual([
    [9.507681450659122, 6.753481962878514, 7.64320424604427],
    [6.753481962878514, 9.189794013066319, 8.76272645232196],
    [7.64320424604427, 8.76272645232196, 13.196620506836846],
    [6.867022863256329, 7.980395074441579, 9.243552342457221],
    [5.411025820182777, 6.67418468480162, 9.009476747023879],
  ]);
});

// D = np.random.RandomState(2).random_sample((7, 53)); D @ D[0] and D[1] @ D[2] of numpy 2.4.6, OpenBLAS on AVX-512.
test('rows times a vector: in fours, a pair and one; and two vectors', () => {
  const D = new RandomState(2).randomSamples(371);
  expect(Array.from({ length: 7 }, (_, row) => gemvRowDot(row, 7, D, row * 53, D, 0, 53))).toEqual([
    13.719211971519893, 12.10299015318428, 9.279065409667965, 12.832935658872623, 11.969333449469495,
    13.693617644462645, 10.93107043904145,
  ]);
  expect(vectorDot(D, 53, D, 106, 53)).toBe(11.539519842478667);
});
