import { expect, test } from 'vitest';
import { blend, CAPTION, columnsOf, evenColumns, GAP, partsOf, tileSize } from './layout.ts';

test('tiles are as large as fit, ten in two rows', () => {
  const size = tileSize(10, 560, 300);
  const rows = Math.ceil(10 / columnsOf(size, 560));
  expect(rows * (size + CAPTION + GAP) - GAP).toBeLessThanOrEqual(300);
  const larger = size + 1;
  const rowsThen = Math.ceil(10 / columnsOf(larger, 560));
  expect(larger > 112 || rowsThen * (larger + CAPTION + GAP) - GAP > 300).toBe(true);
});

test('very many stay readable and take more height; a single one is no larger than the largest', () => {
  expect(tileSize(256, 560, 300)).toBe(44);
  expect(tileSize(1, 560, 900)).toBe(112);
  expect(tileSize(4, 20, 100)).toBe(20);
});

test('rows are equally long', () => {
  expect(evenColumns(10, 6)).toBe(5);
  expect(evenColumns(10, 12)).toBe(10);
  expect(evenColumns(7, 3)).toBe(3);
  expect(evenColumns(0, 3)).toBe(1);
});

test('what a cluster is made of, most first, without what it has none of', () => {
  const counts = Int32Array.of(1, 0, 3, 0, 0, 0, 2, 2, 0);
  expect(partsOf(counts, 0, 3)).toEqual([
    { index: 2, share: 0.75 },
    { index: 0, share: 0.25 },
  ]);
  expect(partsOf(counts, 1, 3)).toEqual([]);
  expect(partsOf(counts, 2, 3).map(({ index }) => index)).toEqual([0, 1]);
});

test('images glide from one to the other', () => {
  const into = new Float64Array(2);
  blend(Float64Array.of(0, 1), Float64Array.of(1, 0), 0.25, into);
  expect([...into]).toEqual([0.25, 0.75]);
});
