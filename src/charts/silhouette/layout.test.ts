import { expect, test } from 'vitest';
import { layOutSilhouette, placeAt, rowsBetween, runsOf, topOf } from './layout.ts';

const values = Float64Array.of(0.2, 0.9, 0.5, Number.NaN, 0.7, -0.31);
const labels = Int32Array.of(1, 0, 1, 0, -1, 0);

test('rows stand by cluster, noise last, the best first; a row without a value is left out', () => {
  const { order, blocks, low } = layOutSilhouette(values, labels, labels, 500, 10);
  expect([...order]).toEqual([1, 5, 2, 0, 4]);
  expect(blocks.map(({ label }) => label)).toEqual([0, 1, -1]);
  expect(low).toBeCloseTo(-0.35, 12);
  expect(layOutSilhouette(Float64Array.of(0.1), Int32Array.of(0), Int32Array.of(0), 100, 6).low).toBe(0);
});

test('blocks fill the height, gaps included, and never more', () => {
  const n = 10_000;
  const many = Float64Array.from({ length: n }, (_, i) => (i % 7) / 7);
  const clusters = Int32Array.from({ length: n }, (_, i) => i % 100);
  const { blocks, rowHeight } = layOutSilhouette(many, clusters, clusters, 200, 6);
  const last = blocks.at(-1)!;
  expect(last.top + (last.last - last.first) * rowHeight).toBeCloseTo(200, 6);
  expect(rowHeight * n).toBeGreaterThan(149);
  const few = layOutSilhouette(Float64Array.of(1, 1, 1), Int32Array.of(0, 0, 1), Int32Array.of(0, 0, 1), 400, 6);
  expect(few.rowHeight).toBeLessThan(20);
});

test('a height is a row, a gap is none, and a row is at its height', () => {
  const layout = layOutSilhouette(values, labels, labels, 52, 6);
  expect(layout.rowHeight).toBe(8);
  expect(placeAt(layout, 9)).toBe(1);
  expect(placeAt(layout, 18)).toBeNull();
  expect(placeAt(layout, 23)).toBe(2);
  expect(placeAt(layout, -1)).toBeNull();
  expect(placeAt(layout, 60)).toBeNull();
  for (let place = 0; place < 5; place++) expect(placeAt(layout, topOf(layout, place) + 4)).toBe(place);
});

test('a band takes the rows that it touches, upwards or downwards', () => {
  const layout = layOutSilhouette(values, labels, labels, 52, 6);
  expect([...rowsBetween(layout, 9, 25)]).toEqual([2, 5]);
  expect([...rowsBetween(layout, 25, 9)]).toEqual([2, 5]);
  expect([...rowsBetween(layout, 17, 21)]).toEqual([]);
  expect([...rowsBetween(layout, -100, 100)]).toEqual([0, 1, 2, 4, 5]);
});

test('runs are the longest stretches', () => {
  const block = { label: 0, slot: 0, first: 2, last: 8, top: 0 };
  expect(runsOf(block, (place) => place !== 4 && place !== 5)).toEqual([
    { first: 2, last: 4 },
    { first: 6, last: 8 },
  ]);
  expect(runsOf(block, () => false)).toEqual([]);
});
