import { expect, test } from 'vitest';
import { isPixels } from '../pixels.ts';
import { CHUNK_ROWS, loadChunks } from './chunks.ts';
import type { OnProgress, Sources } from './sources.ts';

/** 25,000 images of two pixels: the row's number, low byte first; its class is the number modulo 3. */
const shape = { id: 'tiny', rows: 25_000, cols: 2, classes: 3 };

function chunk(c: number): Uint8Array {
  const held = Math.min(CHUNK_ROWS, shape.rows - c * CHUNK_ROWS);
  const bytes = new Uint8Array(held * 3);
  for (let i = 0; i < held; i++) {
    const row = c * CHUNK_ROWS + i;
    bytes.set([row & 255, row >> 8], 2 * i);
    bytes[2 * held + i] = row % 3;
  }
  return bytes;
}

function source(change = (bytes: Uint8Array) => bytes) {
  const asked: string[] = [];
  const sources: Sources = {
    async bytes(name, onProgress) {
      asked.push(name);
      onProgress?.(50, 100);
      onProgress?.(100, 100);
      return change(chunk(Number(name.split('/')[1])));
    },
  };
  return { asked, sources };
}

test('loads the chunks that hold the first rows, and no others', async () => {
  const { asked, sources } = source();
  const { X, y } = await loadChunks(shape, { rows: 10_001, sources });
  expect(asked).toEqual(['tiny/0', 'tiny/1']);
  expect(isPixels(X)).toBe(true);
  expect([X.rows, X.cols, X.bytes.length]).toEqual([10_001, 2, 20_002]);
  for (const row of [0, 9_999, 10_000]) {
    expect([...X.bytes.subarray(2 * row, 2 * row + 2)]).toEqual([row & 255, row >> 8]);
    expect(y[row]).toBe(row % 3);
  }
});

test('loads all rows, the short chunk at the end among them, and says how far it is', async () => {
  const { asked, sources } = source();
  const told: number[][] = [];
  const onProgress: OnProgress = (...progress) => told.push(progress);
  const { X, y } = await loadChunks(shape, { sources, onProgress });
  expect(asked).toHaveLength(3);
  expect([X.rows, y.length, y[24_999]]).toEqual([25_000, 25_000, 24_999 % 3]);
  expect(told).toEqual([50, 100, 150, 200, 250, 300].map((loaded) => [loaded, 300]));
});

test('names what is wrong', async () => {
  const { sources } = source();
  await expect(loadChunks(shape, { rows: 25_001, sources })).rejects.toThrow('rows: must be at most 25000');
  await expect(loadChunks(shape, {})).rejects.toThrow('dataset: there is no source for the images of tiny');
  const short = source((bytes) => bytes.subarray(1)).sources;
  await expect(loadChunks(shape, { sources: short })).rejects.toThrow(
    'dataset: tiny/0 is broken: 29999 bytes where 30000 were expected',
  );
  const strange = source((bytes) => bytes.fill(3)).sources;
  await expect(loadChunks(shape, { sources: strange })).rejects.toThrow('dataset: tiny/0 is broken: it has a class 3');
});
