import { expect, test } from 'vitest';
import { diskSources } from '../../cli/sources.ts';
import { choosePixels, firstPixelRows, isPixels, pixels, revived, rowOf } from './pixels.ts';
import { prepare } from './prepare.ts';
import type { Recipe } from './recipe.ts';

const small = pixels(Uint8Array.of(0, 51, 255, 102, 0, 204), 2, 3, 255);
const recipe: Recipe = { dataset: 'mnist_784', rows: 20, algorithm: 'KMeans', params: {} };
const sources = diskSources;

test('pixels are a matrix of bytes over a divisor', () => {
  expect(isPixels(small)).toBe(true);
  expect([...small.data]).toEqual([0, 0.2, 1, 0.4, 0, 0.8]);
  expect(small.data).toBe(small.data);
  expect([...rowOf(small, 1)]).toEqual([0.4, 0, 0.8]);
  expect([...firstPixelRows(small, 1).bytes]).toEqual([0, 51, 255]);
  expect([...choosePixels(small, [2, 0]).bytes]).toEqual([255, 0, 204, 102]);
  expect(choosePixels(small, [0, 1, 2])).toBe(small);
});

test('they survive a message', () => {
  const there = revived(structuredClone(small));
  expect(isPixels(there)).toBe(true);
  expect([...there.data]).toEqual([...small.data]);
  const dense = { data: Float64Array.of(1), rows: 1, cols: 1 };
  expect(revived(dense)).toBe(dense);
});

test('too many to be dense say so', () => {
  const many = pixels(new Uint8Array(30_000 * 784), 30_000, 784);
  expect(() => many.data).toThrow('rows: must be at most 25510 here');
});

test('images stay bytes without a scaler and with unit, and become dense with others', async () => {
  const none = await prepare(recipe, { sources });
  const unit = await prepare({ ...recipe, scaler: 'unit' }, { sources });
  const standard = await prepare({ ...recipe, scaler: 'standard' }, { sources });
  expect([none, unit, standard].map(({ X }) => isPixels(X))).toEqual([true, true, false]);
  expect(none.X.data[407]).toBe(253);
  expect(unit.X.data[407]).toBe(253 / 255);
  expect([unit.offset[0], unit.scale[0], unit.fullScale]).toEqual([0, 255, 255]);
  expect(standard.X.rows).toBe(20);
  expect([...unit.table.y!]).toEqual([5, 0, 4, 1, 9, 2, 1, 3, 1, 4, 3, 5, 3, 6, 1, 7, 2, 8, 6, 9]);
});

test('chosen pixels stay bytes', async () => {
  const { X, columns } = await prepare({ ...recipe, features: ['pixel408', 400] }, { sources });
  expect(isPixels(X)).toBe(true);
  expect([...columns]).toEqual([407, 400]);
  expect([...X.data.subarray(0, 2)]).toEqual([253, 0]);
});
