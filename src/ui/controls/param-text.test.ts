import { describe, expect, it } from 'vitest';
import { int, range, real, realOrList, seed } from '../../engine/spec/kinds.ts';
import { formatValue, parseValue } from './param-text.ts';

const count = int({ default: 3, redo: 'fit', doc: '' });

describe('the text of a parameter', () => {
  it('shows words as Python spells them and lists with commas', () => {
    expect([null, true, 3, 'auto', [1, 2.5], [[0, 1]]].map((value) => formatValue(value))).toEqual([
      'None',
      'True',
      '3',
      'auto',
      '1, 2.5',
      '1 points',
    ]);
  });

  it('reads numbers, words and lists', () => {
    expect(parseValue(count, ' 12 ')).toBe(12);
    expect(parseValue(real({ default: 1, redo: 'fit', doc: '' }), '1e-4')).toBe(1e-4);
    expect(parseValue(seed(), 'None')).toBe(null);
    expect(parseValue(count, 'auto')).toBe('auto');
    expect(parseValue(realOrList({ default: 1, redo: 'fit', doc: '' }), '[1, 2.5 0.5]')).toEqual([1, 2.5, 0.5]);
    expect(parseValue(range({ default: [0, 1], redo: 'fit', doc: '' }), '−10, 10')).toEqual([-10, 10]);
  });

  it('hands back what cannot be read, for the validation to name', () => {
    expect(parseValue(count, 'three')).toBe('three');
    expect(parseValue(count, '')).toBe('');
    expect(parseValue(count, '1/0')).toBe('1/0');
    expect(parseValue(range({ default: [0, 1], redo: 'fit', doc: '' }), '1, x')).toBe('1, x');
  });
});
