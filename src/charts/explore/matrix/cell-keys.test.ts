import { expect, test } from 'vitest';
import { cellKey, type KeyedCell } from './cell-keys.ts';

const press = (keys: string, from: KeyedCell | null = null, count = 3) =>
  keys.split(' ').reduce<KeyedCell | null>((cell, key) => {
    const shiftKey = key.startsWith('+');
    const name = shiftKey ? key.slice(1) : key;
    return cellKey(cell, count, { key: name.length < 6 && name !== 'Enter' ? `Arrow${name}` : name, shiftKey });
  }, from);

test('the first arrow shows the first cell, the next ones go from cell to cell and no further', () => {
  expect(press('Right')).toEqual({ i: 0, j: 0, brush: null });
  expect(press('Down Right Right Down')).toEqual({ i: 2, j: 1, brush: null });
  expect(press('Left Left Up')).toEqual({ i: 0, j: 0, brush: null });
  expect(press('Down Right Right Right Right')).toMatchObject({ i: 2 });
});

test('Enter makes a brush, which arrows move within the cell', () => {
  const there = press('Down Right Enter');
  expect(there).toEqual({ i: 1, j: 0, brush: { left: 0.25, right: 0.75, low: 0.25, high: 0.75 } });
  expect(press('Right Up', there)).toEqual({ i: 1, j: 0, brush: { left: 0.3, right: 0.8, low: 0.3, high: 0.8 } });
  expect(press(Array(9).fill('Left').join(' '), there)!.brush).toMatchObject({ left: 0, right: 0.5 });
});

test('Shift moves the right and the upper edge, never past the others', () => {
  const there = press('Enter');
  expect(press('+Right +Down', there)!.brush).toEqual({ left: 0.25, right: 0.8, low: 0.25, high: 0.7 });
  expect(press(Array(30).fill('+Left').join(' '), there)!.brush).toMatchObject({ left: 0.25, right: 0.25 });
});

test('Enter leaves a brush, Delete takes it away, other keys mean nothing', () => {
  expect(press('Enter Enter')).toEqual({ i: 0, j: 0, brush: null });
  expect(press('Enter Delete')).toEqual({ i: 0, j: 0, brush: null });
  expect(cellKey({ i: 0, j: 0, brush: null }, 3, { key: 'Delete', shiftKey: false })).toBeNull();
  expect(cellKey(null, 3, { key: 'a', shiftKey: false })).toBeNull();
});
