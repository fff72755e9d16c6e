import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromRows, matrix } from '../numeric/matrix.ts';
import type { Matrix } from '../types.ts';
import { hungarian } from './hungarian.ts';

const costs = fc
  .record({ rows: fc.integer({ min: 1, max: 5 }), cols: fc.integer({ min: 1, max: 5 }), ties: fc.boolean() })
  .chain(({ rows, cols, ties }) =>
    fc
      .array(ties ? fc.integer({ min: -2, max: 2 }) : fc.double({ min: -100, max: 100, noNaN: true }), {
        minLength: rows * cols,
        maxLength: rows * cols,
      })
      .map((values) => matrix(rows, cols, Float64Array.from(values))),
  );

/** The least cost of an assignment of min(rows, cols) pairs, by trying them all. */
function leastCost(cost: Matrix, row = 0, taken: readonly number[] = [], skips = cost.rows - cost.cols): number {
  if (row === cost.rows) return 0;
  const choices = Array.from({ length: cost.cols }, (_, j) => j).filter((j) => !taken.includes(j));
  const totals = choices.map((j) => cost.data[row * cost.cols + j]! + leastCost(cost, row + 1, [...taken, j], skips));
  if (skips > 0) totals.push(leastCost(cost, row + 1, taken, skips - 1));
  return Math.min(...totals);
}

describe('hungarian', () => {
  test('finds the least total cost, more rows or more columns, ties or not', () => {
    fc.assert(
      fc.property(costs, (cost) => {
        const assigned = hungarian(cost);
        const pairs = Array.from(assigned.entries()).filter(([, j]) => j !== -1);
        expect(pairs).toHaveLength(Math.min(cost.rows, cost.cols));
        expect(new Set(pairs.map(([, j]) => j)).size).toBe(pairs.length);
        const total = pairs.reduce((sum, [i, j]) => sum + cost.data[i * cost.cols + j]!, 0);
        expect(total).toBeCloseTo(leastCost(cost), 9);
      }),
    );
  });

  test('a row goes without where there are too few columns', () => {
    expect(Array.from(hungarian(fromRows([[3], [1], [2]])))).toEqual([-1, 0, -1]);
    expect(Array.from(hungarian(matrix(2, 0)))).toEqual([-1, -1]);
    expect(hungarian(matrix(0, 3))).toHaveLength(0);
  });

  test('the cheapest cell is not always taken', () => {
    expect(
      Array.from(
        hungarian(
          fromRows([
            [1, 2],
            [1, 10],
          ]),
        ),
      ),
    ).toEqual([1, 0]);
  });
});
