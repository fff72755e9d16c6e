import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SCALERS, type Scaler } from '../spec/dataset.ts';
import { RecipeError } from '../types.ts';
import { fromRows, matrix, toRows } from './matrix.ts';
import { scale } from './scalers.ts';
import { columnMeans } from './sums.ts';

const tables = fc.integer({ min: 1, max: 4 }).chain((cols) =>
  fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: cols, maxLength: 20 * cols }).map((values) => {
    const rows = Math.floor(values.length / cols);
    return matrix(rows, cols, Float64Array.from(values.slice(0, rows * cols)));
  }),
);

describe('scale', () => {
  test.each(SCALERS)('%s: offset and scale take a scaled value back', (scaler: Scaler) => {
    fc.assert(
      fc.property(tables, (X) => {
        const { X: scaled, offset, scale: factor } = scale(X, scaler, 255);
        expect(factor.every((value) => value > 0)).toBe(true);
        for (let at = 0; at < X.data.length; at++) {
          const j = at % X.cols;
          expect(Math.abs(scaled.data[at]! * factor[j]! + offset[j]! - X.data[at]!)).toBeLessThan(1e-9);
        }
      }),
    );
  });

  test('minmax ends in 0…1', () => {
    fc.assert(
      fc.property(tables, (X) => {
        for (const value of scale(X, 'minmax', null).X.data) {
          expect(value).toBeGreaterThanOrEqual(-1e-9);
          expect(value).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });

  test('standard ends in mean 0 and variance 1, constant columns in 0', () => {
    const X = fromRows([
      [1, 0.1],
      [2, 0.1],
      [3, 0.1],
      [10, 0.1],
    ]);
    const { X: scaled, scale: factor } = scale(X, 'standard', null);
    expect(columnMeans(scaled)[0]).toBeCloseTo(0, 15);
    expect(toRows(scaled).reduce((sum, row) => sum + row[0]! ** 2, 0) / 4).toBeCloseTo(1, 15);
    expect(factor[1]).toBe(1);
    for (const row of toRows(scaled)) expect(Math.abs(row[1]!)).toBeLessThan(1e-15);
  });

  test("'none' copies nothing; the others leave the table alone", () => {
    const X = fromRows([[1], [2]]);
    expect(scale(X, 'none', null).X).toBe(X);
    scale(X, 'standard', null);
    expect(toRows(X)).toEqual([[1], [2]]);
  });

  test('pixels only where there are any', () => {
    expect(toRows(scale(fromRows([[0, 51]]), 'unit', 255).X)).toEqual([[0, 0.2]]);
    expect(() => scale(fromRows([[1]]), 'unit', null)).toThrow(RecipeError);
    expect(() => scale(fromRows([[1]]), 'unit', null)).toThrow(/^scaler: /);
  });
});
