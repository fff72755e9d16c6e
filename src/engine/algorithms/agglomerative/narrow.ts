import type { Matrix } from '../../types.ts';
import { distanceBetween, summedDistance } from './distance.ts';
import type { Metric } from './names.ts';
import type { FillRow } from './table.ts';

/** Of rows with so few columns distances are taken when they are asked for, twice for each pair, rather than kept from before. */
export const NARROW = 3;

/** The distances of `distanceBetween` from one row to all, column by column. */
export function narrowRows(X: Matrix, metric: Metric): FillRow {
  const { measure } = summedDistance(X, metric);
  if (measure === 'sumProducts') {
    const distance = distanceBetween(X, metric);
    return (values, start, i) => {
      for (let j = 0; j < X.rows; j++) values[start + j] = distance(i, j);
    };
  }
  const columns = columnsOf(X);
  const add = { sumSquares: addSquares, sumGaps: addGaps, largestGaps: addLargest }[measure];
  return (values, start, i) => {
    values.fill(0, start, start + X.rows);
    for (const column of columns) add(values, start, column, column[i]!);
    if (measure === 'sumSquares') takeRoots(values, start, X.rows);
  };
}

function columnsOf({ data, rows: n, cols: d }: Matrix): Float64Array[] {
  return Array.from({ length: d }, (_, f) => Float64Array.from({ length: n }, (_, i) => data[i * d + f]!));
}

function addSquares(values: Float64Array, start: number, column: Float64Array, own: number): void {
  for (let j = 0; j < column.length; j++) {
    const gap = column[j]! - own;
    values[start + j]! += gap * gap;
  }
}

function addGaps(values: Float64Array, start: number, column: Float64Array, own: number): void {
  for (let j = 0; j < column.length; j++) values[start + j]! += Math.abs(column[j]! - own);
}

function addLargest(values: Float64Array, start: number, column: Float64Array, own: number): void {
  for (let j = 0; j < column.length; j++) {
    const gap = Math.abs(column[j]! - own);
    if (gap > values[start + j]!) values[start + j] = gap;
  }
}

function takeRoots(values: Float64Array, start: number, n: number): void {
  for (let at = start; at < start + n; at++) values[at] = Math.sqrt(values[at]!);
}
