import { expect, test } from 'vitest';
import { clean, cutStamp, type Dirty, lay, type Stamp, straighten } from './raster.ts';

const word = (r: number, g: number, b: number, a: number) => ((a << 24) | (b << 16) | (g << 8) | r) >>> 0;
const bytes = (w: number) => [w & 255, (w >>> 8) & 255, (w >>> 16) & 255, w >>> 24];
const fresh = (): Dirty => {
  const dirty = { left: 0, top: 0, right: 0, bottom: 0 };
  clean(dirty);
  return dirty;
};
const dot = (pixel: number): Stamp => ({ pixels: Uint32Array.of(pixel), width: 1, height: 1, left: 0, top: 0 });

test('over: source plus what it lets through, rounded, in every channel', () => {
  for (const alpha of [1, 77, 128, 200, 254]) {
    for (const under of [word(255, 0, 128, 255), word(3, 2, 1, 4), word(200, 200, 200, 250)]) {
      const target = Uint32Array.of(under);
      lay(target, 1, 1, dot(word(alpha, 0, alpha >> 1, alpha)), 0, 0, fresh());
      const through = bytes(under).map((v) => Math.round((v * (255 - alpha)) / 255));
      expect(bytes(target[0]!)).toEqual([
        through[0]! + alpha,
        through[1]!,
        through[2]! + (alpha >> 1),
        through[3]! + alpha,
      ]);
    }
  }
});

test('a solid stamp covers, an empty pixel leaves what is there', () => {
  const target = Uint32Array.of(word(1, 2, 3, 255), word(9, 9, 9, 255));
  const stamp = { pixels: Uint32Array.of(0, word(7, 8, 9, 255)), width: 2, height: 1, left: 0, top: 0 };
  lay(target, 2, 1, stamp, 0, 0, fresh());
  expect([...target].map(bytes)).toEqual([
    [1, 2, 3, 255],
    [7, 8, 9, 255],
  ]);
});

test('what sticks out of the picture is cut off, and only what was drawn on is dirty', () => {
  const target = new Uint32Array(16);
  const dirty = fresh();
  const stamp = { pixels: new Uint32Array(9).fill(word(1, 1, 1, 255)), width: 3, height: 3, left: -1, top: -1 };
  lay(target, 4, 4, stamp, 4, 0, dirty);
  expect([...target].flatMap((w, i) => (w ? [i] : []))).toEqual([3, 7]);
  expect(dirty).toEqual({ left: 3, top: 0, right: 4, bottom: 2 });
  lay(target, 4, 4, stamp, 40, 40, dirty);
  expect(dirty).toEqual({ left: 3, top: 0, right: 4, bottom: 2 });
});

test('a stamp loses its empty border and keeps its middle; alpha is premultiplied', () => {
  const image = { data: new Uint8ClampedArray(6 * 6 * 4), width: 6 };
  image.data.set([200, 100, 0, 255], (2 * 6 + 4) * 4);
  const stamp = cutStamp(image, 2, 0, 4, 0.5);
  expect(stamp).toMatchObject({ width: 1, height: 1, left: 0, top: 0 });
  expect(bytes(stamp.pixels[0]!)).toEqual([100, 50, 0, 128]);
  expect(cutStamp(image, 0, 0, 2, 1)).toMatchObject({ width: 0, height: 0 });
});

test('straight alpha gives the colour back', () => {
  const target = Uint32Array.of(word(50, 25, 0, 64), 0, word(50, 25, 0, 64));
  straighten(target, 3, { left: 0, top: 0, right: 2, bottom: 1 });
  expect(bytes(target[0]!)).toEqual([199, 100, 0, 64]);
  expect(bytes(target[2]!)).toEqual([50, 25, 0, 64]);
});
