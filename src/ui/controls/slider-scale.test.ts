import { describe, expect, it } from 'vitest';
import { sliderPosition, sliderRange, sliderValue } from './slider-scale.ts';

const count = { kind: 'int', slider: [1, 20] as const };
const eps = { kind: 'real', slider: [0.01, 2] as const, scale: 'log' as const };

describe('slider scale', () => {
  it('counts in ones for whole numbers', () => {
    expect(sliderRange(count)).toEqual({ min: 1, max: 20, step: 1 });
    expect(sliderPosition(count, 7)).toBe(7);
    expect(sliderValue(count, 7)).toBe(7);
  });

  it('takes a round step for real numbers', () => {
    expect(sliderRange({ kind: 'real', slider: [0, 1] }).step).toBe(0.005);
    expect(sliderRange({ kind: 'real', slider: [0, 0.3] }).step).toBe(0.002);
  });

  it('puts a value outside the range at its end', () => {
    expect(sliderPosition(count, 900)).toBe(20);
    expect(sliderPosition(eps, 0)).toBe(0);
  });

  it('goes there and back on a log scale, to a position', () => {
    for (let position = 0; position <= 200; position++) {
      expect(sliderPosition(eps, sliderValue(eps, position))).toBe(position);
    }
    expect(sliderValue(eps, 0)).toBe(0.01);
    expect(sliderValue(eps, 200)).toBe(2);
  });
});
