import { expect, test } from 'vitest';
import { toRows } from '../numeric/matrix.ts';
import { contingencyMatrix, crossTabulate } from './contingency.ts';

test('labels are any integers, in ascending order, noise first', () => {
  const { matrix, classes, clusters } = contingencyMatrix(
    Int32Array.of(10, 2, 10, 2, 2),
    Int32Array.of(3, -1, 0, 0, -1),
  );
  expect(Array.from(classes)).toEqual([2, 10]);
  expect(Array.from(clusters)).toEqual([-1, 0, 3]);
  expect(toRows(matrix)).toEqual([
    [2, 1, 0],
    [0, 1, 1],
  ]);
});

test('the sparse table holds the cells that are not empty', () => {
  const table = crossTabulate(Int32Array.of(10, 2, 10, 2, 2), Int32Array.of(3, -1, 0, 0, -1));
  expect(Array.from(table.classSizes)).toEqual([3, 2]);
  expect(Array.from(table.clusterSizes)).toEqual([2, 2, 1]);
  expect(table.cells).toEqual([
    { class: 0, cluster: 0, count: 2 },
    { class: 0, cluster: 1, count: 1 },
    { class: 1, cluster: 1, count: 1 },
    { class: 1, cluster: 2, count: 1 },
  ]);
});
