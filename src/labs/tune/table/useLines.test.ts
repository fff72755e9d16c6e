import { expect, it } from 'vitest';
import { gridOf, NO_REPEATS, type Sweep } from '../../../engine/spec/sweep.ts';
import type { Cell } from '../../../worker/api.ts';
import { followed, type Line } from './useLines.ts';

const sweep: Sweep = {
  recipe: { dataset: 'iris', algorithm: 'DBSCAN', params: {} },
  x: { param: 'eps', from: 0.1, to: 1, count: 10, scale: 'linear' },
  y: { param: 'min_samples', from: 1, to: 10, count: 10, scale: 'linear' },
  repeats: NO_REPEATS,
};
const grid = gridOf(sweep);
const cells: readonly Cell[] = Array.from({ length: 100 }, (_, i) => ({ seconds: i }) as Cell);
const wanted = { sweep, grid, cells };

/** Follows until nothing changes any more; how many turns that took. */
function follow(before: readonly Line[], of: typeof wanted, from: number, to: number) {
  let lines = before;
  for (let turns = 0; ; turns++) {
    const next = followed(lines, of, from, to);
    if (next.length === lines.length && next.every((line, i) => line === lines[i])) return { lines: next, turns };
    lines = next;
  }
}

it('rows come thirty a turn, in order, each with its own cell and values', () => {
  expect(followed([], wanted, 0, 100)).toHaveLength(30);
  const { lines, turns } = follow([], wanted, 0, 100);
  expect(turns).toBe(4);
  expect(lines.map(({ cell }) => cell)).toEqual(cells);
  expect(lines[11]!.params).toEqual(['0.2', '2']);
});

it('only rows whose cell is another one change, wherever they are', () => {
  const { lines } = follow([], wanted, 0, 100);
  const later = cells.map((cell, i) => (i === 3 || i === 97 ? ({ seconds: -1 } as Cell) : cell));
  const next = followed(lines, { ...wanted, cells: later }, 0, 100);
  expect(next.flatMap((line, i) => (line === lines[i] ? [] : [i]))).toEqual([3, 97]);
});

it('rows of another sweep stay until their turn comes; a shorter sweep has no more than its own', () => {
  const { lines } = follow([], wanted, 0, 100);
  const other = { ...wanted, sweep: { ...sweep } };
  const next = followed(lines, other, 0, 100);
  expect(next.map((line) => line.sweep === other.sweep).lastIndexOf(true)).toBe(29);
  expect(followed(next, other, 0, 10)).toHaveLength(10);
});

it('a later page begins with its own first row', () => {
  const { lines } = follow([], wanted, 60, 100);
  expect(lines.map(({ cell }) => cell)).toEqual(cells.slice(60));
  expect(lines[0]!.params).toEqual(['0.1', '7']);
});
