import { describe, expect, test } from 'vitest';
import { labelAt, typedOn } from './type-ahead.ts';

describe('letters typed into a list', () => {
  test('add up to a word while they come soon after each other', () => {
    const m = typedOn(null, 'M', 0)!;
    expect(m.text).toBe('m');
    const mn = typedOn(m, 'n', 300)!;
    expect(mn.text).toBe('mn');
    expect(typedOn(mn, 'b', 5000)!.text).toBe('b');
  });

  test('are letters only: keys that go or choose are none', () => {
    for (const key of ['Enter', 'ArrowDown', 'Tab', 'F2', ' ']) expect(typedOn(null, key, 0)).toBeNull();
  });
});

describe('the label that is meant', () => {
  const labels = ['Iris', 'Moons', 'MNIST digits', 'S curve', 'Swiss roll'];

  test('is the first that begins so, after the place that is chosen', () => {
    expect(labelAt(labels, 'm', 0)).toBe(1);
    expect(labelAt(labels, 'mn', 1)).toBe(2);
    expect(labelAt(labels, 'sw', 3)).toBe(4);
    expect(labelAt(labels, 'i', 4)).toBe(0);
    expect(labelAt(labels, 'i', -1)).toBe(0);
  });

  test('goes on to the next of the same letter, around the end', () => {
    expect(labelAt(labels, 'm', 1)).toBe(2);
    expect(labelAt(labels, 'mm', 2)).toBe(1);
  });

  test('may be none', () => {
    expect(labelAt(labels, 'x', 0)).toBe(-1);
    expect(labelAt([], 'x', -1)).toBe(-1);
  });
});
