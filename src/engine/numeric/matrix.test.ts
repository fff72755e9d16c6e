import { describe, expect, test } from 'vitest';
import { firstRows, fromRows, matrix, selectColumns, takeRows, toRows } from './matrix.ts';

const X = fromRows([
  [1, 2, 3],
  [4, 5, 6],
]);

describe('matrices', () => {
  test('columns and rows in the order asked for', () => {
    expect(toRows(selectColumns(X, [2, 0]))).toEqual([
      [3, 1],
      [6, 4],
    ]);
    expect(toRows(takeRows(X, [1, 1, 0]))).toEqual([
      [4, 5, 6],
      [4, 5, 6],
      [1, 2, 3],
    ]);
  });

  test('the first rows share memory; more than there are is all', () => {
    expect(toRows(firstRows(X, 1))).toEqual([[1, 2, 3]]);
    expect(firstRows(X, 1).data.buffer).toBe(X.data.buffer);
    expect(firstRows(X, 9).rows).toBe(2);
  });

  test('what does not fit is refused', () => {
    expect(() => fromRows([[1], [1, 2]])).toThrow(RangeError);
    expect(() => matrix(2, 2, Float64Array.of(1, 2, 3))).toThrow(RangeError);
  });

  test('no rows', () => {
    expect(toRows(fromRows([]))).toEqual([]);
  });
});
