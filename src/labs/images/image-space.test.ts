import { describe, expect, test } from 'vitest';
import { pixels } from '../../engine/pixels.ts';
import { distancesTo, type ImageSpace, pointOf, rowShades, shadesOf, spreadShades } from './image-space.ts';

/** 2 × 1 pixels up to 200; only the second is clustered, divided by 100 after 50 was taken off. */
const space: ImageSpace = {
  width: 2,
  height: 1,
  fullScale: 200,
  columns: [1],
  offset: Float64Array.of(50),
  scale: Float64Array.of(100),
};

describe('pictures and points', () => {
  test('a scaled centre becomes shades again, within black and white', () => {
    expect([...shadesOf(space, Float64Array.of(0.5, -3, 9))]).toEqual([0, 0.5, 0, 0, 0, 1]);
  });

  test('there and back', () => {
    const point = pointOf(space, Float64Array.of(0.9, 0.5));
    expect([...point]).toEqual([0.5]);
    expect([...shadesOf(space, point)]).toEqual([0, 0.5]);
  });

  test('a row of bytes and one of numbers look the same', () => {
    const bytes = pixels(Uint8Array.of(9, 9, 0, 100), 2, 2);
    const dense = { data: Float64Array.of(9, 9, 0, 100), rows: 2, cols: 2 };
    for (const X of [bytes, dense]) expect([...rowShades(space, { X }, 1)]).toEqual([0, 0.5]);
  });

  test('the widest spread is white; none at all is black, not NaN', () => {
    const two = { ...space, columns: [0, 1], offset: new Float64Array(2), scale: Float64Array.of(1, 2) };
    expect([...spreadShades(two, Float64Array.of(1, 1))]).toEqual([0.5, 1]);
    expect([...spreadShades(two, new Float64Array(2))]).toEqual([0, 0]);
  });

  test('distances to each centre', () => {
    expect([...distancesTo(Float64Array.of(1, 1), Float64Array.of(1, 1, 4, 5))]).toEqual([0, 5]);
  });
});
