import { expect, test } from 'vitest';
import { RandomState } from './random-state.ts';
import { svd, timesTransposed } from './svd.ts';

function expectClose(actual: Float64Array, expected: Float64Array): void {
  const size = Math.max(1, ...expected.map(Math.abs));
  actual.forEach((value, at) => {
    expect(value / size).toBeCloseTo(expected[at]! / size, 12);
  });
}

const identity = (k: number) => Float64Array.from({ length: k * k }, (_, at) => (at % (k + 1) === 0 ? 1 : 0));
/** Mᵀ, so that timesTransposed(Mᵀ, Mᵀ) is Mᵀ M. */
const transposed = (M: Float64Array, k: number) => M.map((_, at) => M[(at % k) * k + Math.floor(at / k)]!);

test.each([
  ['random', 5, new RandomState(0).randomSamples(25)],
  ['one number', 1, Float64Array.of(-3)],
  ['no rank at all', 3, new Float64Array(9)],
  ['rank one', 3, Float64Array.of(1, 2, 3, 2, 4, 6, -1, -2, -3)],
  ['an empty row', 3, Float64Array.of(1, 2, 3, 0, 0, 0, 4, 5, 7)],
  ['far apart in size', 2, Float64Array.of(1e8, 1, 0, 1e-6)],
])('%s: U and V are orthogonal and give the matrix back', (_, k, A) => {
  const { U, s, V } = svd(A, k);
  expectClose(timesTransposed(transposed(U, k), transposed(U, k), k), identity(k));
  expectClose(timesTransposed(V, V, k), identity(k));
  expectClose(
    timesTransposed(
      U.map((value, at) => value * s[at % k]!),
      V,
      k,
    ),
    A,
  );
});
