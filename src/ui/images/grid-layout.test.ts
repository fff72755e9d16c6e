import { expect, test } from 'vitest';
import { GAP, layOutGrid, placeOfTile, seenTiles, tileForKey } from './grid-layout.ts';

test('tiles fill the width', () => {
  const { columns, tile, height } = layOutGrid(20, 300);
  expect(columns).toBe(9);
  expect(columns * tile + (columns - 1) * GAP).toBeCloseTo(300, 9);
  expect(height).toBeCloseTo(3 * tile + 2 * GAP, 9);
  expect(layOutGrid(0, 300).height).toBe(0);
  expect(layOutGrid(5, 10).columns).toBe(1);
});

test('only what is seen is there, and a little more', () => {
  const layout = layOutGrid(9000, 300);
  const row = layout.tile + GAP;
  expect(seenTiles(layout, 9000, 0, row * 4)).toEqual({ from: 0, to: 7 * 9 });
  expect(seenTiles(layout, 9000, row * 100 + 1, row * 4)).toEqual({ from: 98 * 9, to: 107 * 9 });
  expect(seenTiles(layout, 20, row * 100, row * 4)).toEqual({ from: 20, to: 20 });
});

test('places and keys', () => {
  const layout = layOutGrid(20, 300);
  expect(placeOfTile(layout, 10)).toEqual({ x: layout.tile + GAP, y: layout.tile + GAP });
  expect(tileForKey('ArrowDown', 3, 20, 9, 4)).toBe(12);
  expect(tileForKey('ArrowDown', 15, 20, 9, 4)).toBe(19);
  expect(tileForKey('ArrowUp', 3, 20, 9, 4)).toBe(0);
  expect(tileForKey('End', 3, 20, 9, 4)).toBe(19);
  expect(tileForKey('a', 3, 20, 9, 4)).toBeNull();
});
