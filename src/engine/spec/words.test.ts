import { expect, test } from 'vitest';
import { counted, figure, fixed, listed, movement, setting } from './words.ts';

const flower = { one: 'flower', many: 'flowers' };

test.each([
  [0, '0.000'],
  [34.1371, '34.14'],
  [0.30591, '0.3059'],
  [1234.4, '1234'],
  [12345.6, '12,346'],
  [-1234567, '-1,234,567'],
  [3.14159e-7, '3.14e-7'],
  [2e20, '2.00e20'],
])('the figure %d reads %s', (value, text) => {
  expect(figure(value)).toBe(text);
});

test('so many decimals, and no sign before nothing', () => {
  expect([1.5, -0.005, -0.004, -0, -1.17].map((value) => fixed(value, 2))).toEqual([
    '1.50',
    '-0.01',
    '0.00',
    '0.00',
    '-1.17',
  ]);
});

test('counts', () => {
  expect([0, 1, 2, 70000].map((n) => counted(n, flower))).toEqual([
    'no flowers',
    '1 flower',
    '2 flowers',
    '70,000 flowers',
  ]);
});

test('what a value did', () => {
  expect(movement(34.14, null)).toBe('is 34.14');
  expect(movement(81, 100)).toBe('fell 19.0 % to 81.00');
  expect(movement(102, 100)).toBe('rose 2.0 % to 102.0');
  expect(movement(99.95, 100)).toBe('fell 0.05 % to 99.95');
  expect(movement(100, 100.000001)).toBe('stayed at 100.0');
  expect(movement(570.1, 2e-32)).toBe('rose to 570.1');
  expect(movement(0, 0)).toBe('stayed at 0.000');
});

test('lists', () => {
  expect([[], [0], [0, 2], [0, 1, 2]].map(listed)).toEqual(['', '0', '0 and 2', '0, 1 and 2']);
});

test.each([
  [0.2, '0.2'],
  [-10, '-10'],
  [0.7266371, '0.7266'],
  [1200, '1200'],
  [0, '0'],
  [20_000, '20,000'],
  [1e-7, '1.00e-7'],
])('the setting %d reads %s', (value, text) => {
  expect(setting(value)).toBe(text);
});
