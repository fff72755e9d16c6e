import { describe, expect, test } from 'vitest';
import { fromRows, matrix, toRows } from '../numeric/matrix.ts';
import type { Matrix } from '../types.ts';
import { pca } from './pca.ts';

const isZero = (row: ArrayLike<number>) => Array.from(row).every((value) => value === 0);

/** Enough of a scatter, without random numbers. */
const scatter = (rows: number, cols: number): Matrix =>
  matrix(
    rows,
    cols,
    Float64Array.from({ length: rows * cols }, (_, i) => Math.sin(i * i + i)),
  );

describe('pca', () => {
  test.each([
    [40, 5],
    [5, 40],
    [7, 7],
  ])('%i × %i: coordinates are uncorrelated, their variances the explained ones', (rows, cols) => {
    const { coords, explained_variance, components } = pca(scatter(rows, cols), 3);
    const points = toRows(coords);
    for (let a = 0; a < 3; a++) {
      for (let b = 0; b < 3; b++) {
        const covariance = points.reduce((sum, point) => sum + point[a]! * point[b]!, 0) / (rows - 1);
        expect(covariance).toBeCloseTo(a === b ? explained_variance[a]! : 0, 10);
        const inner = toRows(components)[a]!.reduce((sum, value, j) => sum + value * toRows(components)[b]![j]!, 0);
        expect(inner).toBeCloseTo(a === b ? 1 : 0, 10);
      }
    }
  });

  test('the entry largest in absolute value is positive', () => {
    for (const component of toRows(pca(scatter(30, 6), 4).components)) {
      const largest = component.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
      expect(largest).toBeGreaterThan(0);
    }
  });

  test('entries that tie but for rounding: the first one is positive', () => {
    // The second column is the first one backwards: the same variance, added up in another order.
    for (let n = 5; n < 40; n++) {
      const values = Array.from({ length: n }, (_, i) => Math.sin(i * i) / 3);
      for (const [x, y] of toRows(pca(fromRows(values.map((value, i) => [value, values[n - 1 - i]!])), 2).components)) {
        expect(x).toBeCloseTo(Math.SQRT1_2, 12);
        expect(Math.abs(y!)).toBeCloseTo(Math.SQRT1_2, 12);
      }
    }
  });

  test('fewer directions than asked for: the rest is 0', () => {
    const line = pca(
      fromRows([
        [0, 0],
        [1, 2],
        [2, 4],
        [3, 6],
      ]),
      2,
    );
    expect(line.explained_variance_ratio[0]).toBeCloseTo(1, 14);
    expect(isZero(toRows(line.components)[1]!)).toBe(true);
    expect(toRows(line.coords).map((point) => point[1])).toEqual([0, 0, 0, 0]);
    const plane = pca(fromRows(Array.from({ length: 50 }, (_, i) => [Math.sin(i), Math.cos(i), Math.sin(i + 1)])), 3);
    expect(plane.explained_variance[1]).toBeGreaterThan(0.4);
    expect(plane.explained_variance[2]).toBe(0);
    const column = pca(fromRows([[1], [2], [6]]), 2);
    expect(toRows(column.coords)).toEqual([
      [-2, 0],
      [-1, 0],
      [3, 0],
    ]);
    expect(Array.from(column.explained_variance_ratio)).toEqual([1, 0]);
  });

  test('a direction may be much smaller than another', () => {
    const rows = Array.from({ length: 40 }, (_, i) => [1e5 * Math.sin(i), 1e-2 * Math.sin(i * i)]);
    expect(toRows(pca(fromRows(rows), 2).components)[1]![1]).toBeCloseTo(1, 6);
  });

  test.each([
    ['one row', [[1, 2, 3]]],
    ['one number', [[7]]],
    ['constant columns whose mean is rounded', Array<number[]>(30).fill([0.1, -0.7])],
    [
      'constant columns',
      [
        [0.1, 5],
        [0.1, 5],
        [0.1, 5],
        [0.1, 5],
      ],
    ],
    [
      'constant columns, few rows',
      [
        [0.1, 5, 1],
        [0.1, 5, 1],
      ],
    ],
  ])('%s: all 0', (_, rows) => {
    const { coords, explained_variance, explained_variance_ratio } = pca(fromRows(rows), 2);
    expect(coords.rows).toBe(rows.length);
    expect(isZero(coords.data) && isZero(explained_variance) && isZero(explained_variance_ratio)).toBe(true);
  });
});
