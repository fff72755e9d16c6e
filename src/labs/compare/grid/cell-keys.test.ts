import { expect, test } from 'vitest';
import { cellAfter } from './cell-keys.ts';

const after = (key: string, at: number) => cellAfter(key, at, 3, 4);

test('arrows go to the next cell and stop at the edge', () => {
  expect([after('ArrowRight', 5), after('ArrowLeft', 5), after('ArrowUp', 5), after('ArrowDown', 5)]).toEqual([
    6, 4, 1, 9,
  ]);
  expect([after('ArrowRight', 3), after('ArrowLeft', 4), after('ArrowUp', 2), after('ArrowDown', 11)]).toEqual([
    3, 4, 2, 11,
  ]);
});

test('Home and End are the ends of the row; other keys mean nothing', () => {
  expect([after('Home', 6), after('End', 6)]).toEqual([4, 7]);
  expect(after('Enter', 6)).toBeNull();
  expect(after('toString', 6)).toBeNull();
});
