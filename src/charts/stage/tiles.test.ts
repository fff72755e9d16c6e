import { expect, test } from 'vitest';
import { Tiles } from './tiles.ts';

const visited = (tiles: Tiles) => {
  const seen: number[][] = [];
  tiles.each(({ left, top, right, bottom }) => seen.push([left, top, right, bottom]));
  return seen;
};

test('only tiles that a rectangle reaches are visited, neighbours in a row as one', () => {
  const tiles = new Tiles(100, 40);
  expect(visited(tiles)).toEqual([]);
  tiles.touch(31, 5, 1, 1);
  expect(visited(tiles)).toEqual([[0, 0, 32, 32]]);
  tiles.touch(31, 31, 2, 2);
  expect(visited(tiles)).toEqual([
    [0, 0, 64, 32],
    [0, 32, 64, 40],
  ]);
  tiles.clear();
  expect(visited(tiles)).toEqual([]);
});

test('what lies outside counts for nothing, what sticks out counts as far as the picture goes', () => {
  const tiles = new Tiles(100, 40);
  for (const [left, top] of [
    [-9, 3],
    [3, -9],
    [100, 3],
    [3, 40],
  ]) {
    tiles.touch(left!, top!, 4, 4);
  }
  expect(visited(tiles)).toEqual([]);
  tiles.touch(98, 38, 9, 9);
  tiles.touch(-3, -3, 4, 4);
  expect(visited(tiles)).toEqual([
    [0, 0, 32, 32],
    [96, 32, 100, 40],
  ]);
});
