import { expect, test } from 'vitest';
import { countContingency, rowsOfCell } from './layout.ts';

const classes = Int32Array.of(0, 0, 1, 1, 1);
const labels = Int32Array.of(2, 2, 0, 2, -2);
const clusters = [{ label: 0 }, { label: 2 }];

test('counts by class and cluster; a label that is no column counts in the total only', () => {
  const { counts, totals, selected } = countContingency(classes, labels, 2, clusters, null);
  expect([...counts]).toEqual([0, 2, 1, 1]);
  expect([...totals]).toEqual([2, 3]);
  expect(selected).toBeNull();
});

test('of each count, what is selected', () => {
  expect([...countContingency(classes, labels, 2, clusters, new Set([1, 3, 4])).selected!]).toEqual([0, 1, 0, 1]);
});

test('a cell knows its rows', () => {
  expect([...rowsOfCell(classes, labels, 0, 2)]).toEqual([0, 1]);
  expect([...rowsOfCell(classes, labels, 1, 7)]).toEqual([]);
});
