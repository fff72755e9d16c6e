import { describe, expect, it } from 'vitest';
import { createScaler } from './scaled.ts';

const sum = (values: Uint8Array) => values.reduce((total, value) => total + value, 0);

describe('pictures at another size', () => {
  it('are themselves at their own size, over their full scale', () => {
    const bytes = Uint8Array.of(0, 16, 4, 8, 16, 0, 0, 0);
    const { scaled } = createScaler({ bytes, width: 2, height: 2, brightest: 16 }, 2);
    expect([...scaled(0)]).toEqual([0, 255, 64, 128]);
    expect([...scaled(1)]).toEqual([255, 0, 0, 0]);
  });

  it('keep their light when they shrink or grow', () => {
    const bytes = new Uint8Array(28 * 28);
    for (let v = 8; v < 20; v++) bytes.fill(255, v * 28 + 8, v * 28 + 20);
    const source = { bytes, width: 28, height: 28, brightest: 255 };
    const light = (side: number) => sum(createScaler(source, side).scaled(0)) / (255 * side * side);
    for (const side of [9, 14, 28, 41, 80]) expect(light(side)).toBeCloseTo((12 * 12) / (28 * 28), 1);
  });

  it('are made once while there is room', () => {
    const bytes = new Uint8Array(4 * 3);
    const scaler = createScaler({ bytes, width: 2, height: 2, brightest: 255 }, 4, 2);
    const first = scaler.scaled(0);
    expect(scaler.scaled(0)).toBe(first);
    scaler.scaled(1);
    scaler.scaled(2);
    expect(scaler.scaled(0)).not.toBe(first);
    expect(scaler.scaled(0)).toEqual(first);
  });
});
