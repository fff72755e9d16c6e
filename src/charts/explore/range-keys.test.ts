import { expect, test } from 'vitest';
import { type KeyRanges, rangeKey } from './range-keys.ts';

const press = (state: KeyRanges, ...keys: string[]) =>
  keys.reduce((now, key) => {
    const shiftKey = key.startsWith('Shift+');
    return rangeKey(now, 3, { key: key.replace('Shift+', ''), shiftKey }) ?? now;
  }, state);
const start: KeyRanges = { at: 0, ranges: new Map() };

test('left and right choose a column and stop at the ends', () => {
  expect(press(start, 'ArrowLeft').at).toBe(0);
  expect(press(start, 'ArrowRight', 'ArrowRight', 'ArrowRight').at).toBe(2);
});

test('up and down make a range at an end, move it as far as the other, and with Shift its upper end', () => {
  const low = press(start, 'ArrowDown');
  expect(low.ranges.get(0)).toEqual({ from: 0, to: 0.25 });
  expect(press(low, 'ArrowDown').ranges.get(0)).toEqual({ from: 0, to: 0.25 });
  expect(press(low, 'ArrowUp', 'ArrowUp').ranges.get(0)).toEqual({ from: 0.1, to: 0.35 });
  expect(press(low, ...Array(40).fill('ArrowUp')).ranges.get(0)).toEqual({ from: 0.75, to: 1 });
  expect(press(low, 'Shift+ArrowUp').ranges.get(0)).toEqual({ from: 0, to: 0.3 });
  expect(press(low, ...Array(40).fill('Shift+ArrowDown')).ranges.get(0)).toEqual({ from: 0, to: 0 });
});

test('each column has its own range, Delete takes it away, other keys say nothing', () => {
  const two = press(start, 'ArrowUp', 'ArrowRight', 'ArrowDown');
  expect([...two.ranges.keys()]).toEqual([0, 1]);
  expect([...press(two, 'Delete').ranges.keys()]).toEqual([0]);
  expect(rangeKey(start, 3, { key: 'Delete', shiftKey: false })).toBeNull();
  expect(rangeKey(start, 3, { key: 'a', shiftKey: false })).toBeNull();
});
