import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { idxFile as idx } from '../../../tests/support/idx.ts';
import { imagesOf, readIdx } from './idx.ts';

const twoImages = idx([2, 1, 3], [0, 128, 255, 1, 2, 3]);
const twoLabels = idx([2], [7, 1]);

describe('readIdx', () => {
  test('reads plain and packed files alike', async () => {
    const plain = await readIdx(twoImages, 'a');
    const packed = await readIdx(gzipSync(twoImages), 'a');
    expect(plain.sizes).toEqual([2, 1, 3]);
    expect([...plain.values]).toEqual([0, 128, 255, 1, 2, 3]);
    expect([...packed.values]).toEqual([...plain.values]);
  });

  test.each([
    ['nothing', new Uint8Array(), 'is not an IDX file'],
    ['another format', new TextEncoder().encode('\x89PNG....'), 'is not an IDX file'],
    ['no dimensions', idx([], []), 'is not an IDX file'],
    ['floats', idx([1], [0, 0, 0, 0], 13), 'holds 32-bit floats; only unsigned bytes are pixels'],
    ['half a head', twoImages.subarray(0, 9), 'is cut off within its head'],
    ['a byte less', twoImages.subarray(0, -1), 'is cut off: 21 bytes where its head (2 × 1 × 3) says 22'],
    ['a byte more', new Uint8Array([...twoImages, 0]), 'is too long: 23 bytes where its head (2 × 1 × 3) says 22'],
    ['gzip cut off', gzipSync(twoImages).subarray(0, 25), 'is broken or cut off: it cannot be unpacked'],
    ['gzip with a wrong bit', damaged(gzipSync(twoImages)), 'is broken or cut off: it cannot be unpacked'],
  ])('refuses %s', async (_, file, problem) => {
    await expect(readIdx(file, 'a.gz')).rejects.toThrow(`dataset: a.gz ${problem}`);
  });
});

function damaged(file: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(file);
  copy[copy.length - 6]! ^= 1;
  return copy;
}

describe('imagesOf', () => {
  const read = async (file: Uint8Array) => readIdx(file, 'a');

  test('gives a row an image', async () => {
    const { X, y, width, height } = imagesOf(await read(twoImages), await read(twoLabels));
    expect([width, height, X.rows, X.cols]).toEqual([3, 1, 2, 3]);
    expect([...X.data]).toEqual([0, 128, 255, 1, 2, 3]);
    expect([...y!]).toEqual([7, 1]);
    expect(imagesOf(await read(twoImages), null).y).toBeNull();
  });

  test('refuses what does not go together', async () => {
    const images = await read(twoImages);
    const labels = await read(twoLabels);
    expect(() => imagesOf(labels, images)).toThrow('dataset: images have three sizes');
    expect(() => imagesOf(images, images)).toThrow('dataset: labels have one size, not 2 × 1 × 3: are they images?');
    const three = idx([3], [0, 0, 0]);
    return expect(read(three).then((more) => imagesOf(images, more))).rejects.toThrow('3 labels for 2 images');
  });
});
