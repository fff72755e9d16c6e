import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Matrix } from '../types.ts';
import { symmetricEigen } from './eigen.ts';
import { matrix, toRows } from './matrix.ts';

const symmetricMatrices = fc.record({ n: fc.integer({ min: 1, max: 9 }), exact: fc.boolean() }).chain(({ n, exact }) =>
  fc
    .array(exact ? fc.integer({ min: -1, max: 1 }) : fc.double({ min: -1e3, max: 1e3, noNaN: true }), {
      minLength: n * n,
      maxLength: n * n,
    })
    .map((values) => {
      const A = matrix(n, n);
      for (let i = 0; i < n; i++) {
        for (let j = 0; j <= i; j++) A.data[i * n + j] = A.data[j * n + i] = values[i * n + j]!;
      }
      return A;
    }),
);

/** A square matrix from its entries, row after row. */
function square(entries: readonly number[]): Matrix {
  const n = Math.sqrt(entries.length);
  return matrix(n, n, Float64Array.from(entries));
}

function expectEigen(A: Matrix): void {
  const n = A.rows;
  const { values, vectors } = symmetricEigen(A);
  const rows = toRows(vectors);
  const size = Math.max(...A.data.map(Math.abs), Number.MIN_VALUE);
  expect(Array.from(values)).toEqual(Array.from(values).sort((a, b) => a - b));
  for (let a = 0; a < n; a++) {
    for (let b = 0; b <= a; b++) {
      const inner = rows[a]!.reduce((sum, value, k) => sum + value * rows[b]![k]!, 0);
      expect(inner).toBeCloseTo(a === b ? 1 : 0, 12);
    }
    for (const [i, row] of toRows(A).entries()) {
      const product = row.reduce((sum, value, k) => sum + value * rows[a]![k]!, 0);
      expect(Math.abs(product - values[a]! * rows[a]![i]!)).toBeLessThanOrEqual(1e-12 * size * n + Number.MIN_VALUE);
    }
  }
}

describe('symmetricEigen', () => {
  test('A v = λ v, orthonormal, ascending', () => {
    fc.assert(fc.property(symmetricMatrices, expectEigen));
  });

  test.each([
    ['zeros', [0, 0, 0, 0]],
    ['one entry', [-3]],
    ['the identity', [1, 0, 0, 0, 1, 0, 0, 0, 1]],
    ['rank one', [1, 2, 3, 2, 4, 6, 3, 6, 9]],
    ['a tiny entry between zeros', [0, 1e-200, 0, 1e-200, 0, 0, 0, 0, 1]],
    ['a tail whose square is no number', [0, 0, 1e-154, 0, 0, 1, 1e-154, 1, 0]],
    ['already tridiagonal', [2, -1, 0, 0, -1, 2, -1, 0, 0, -1, 2, -1, 0, 0, -1, 2]],
    ['entries of 1e-300', [2e-300, 1e-300, 1e-300, 2e-300]],
    ['entries of 1e300', [2e300, 1e300, 1e300, 2e300]],
  ])('%s', (_, entries) => expectEigen(square(entries)));

  test('known eigenvalues', () => {
    const [low, high] = symmetricEigen(square([2, 1, 1, 2])).values;
    expect(low).toBeCloseTo(1, 14);
    expect(high).toBeCloseTo(3, 14);
  });

  test('150 × 150', () => {
    const A = matrix(150, 150);
    for (let i = 0; i < 150; i++) for (let j = 0; j < 150; j++) A.data[i * 150 + j] = 1 / (i + j + 1);
    expectEigen(A);
  });

  test('what is not finite is an error, not an endless loop', () => {
    expect(() => symmetricEigen(square([1, Number.NaN, 0, Number.NaN, 1, 2, 0, 2, 1]))).toThrow(/finite/);
  });
});
