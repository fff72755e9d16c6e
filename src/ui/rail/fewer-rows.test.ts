import { expect, test } from 'vitest';
import { pixels } from '../../engine/pixels.ts';
import type { Recipe } from '../../engine/recipe.ts';
import { mostImages } from '../../engine/spec/image-rows.ts';
import { fewerRows } from './fewer-rows.ts';

const recipe: Recipe = { dataset: 'mnist_784', algorithm: 'DBSCAN', params: {} };
const sample = { rows: 2000, isRandom: false };

test('too many images for a method: a sample would do', () => {
  expect(fewerRows(recipe)).toEqual(sample);
  expect(fewerRows({ ...recipe, algorithm: 'KMeans', scaler: 'standard' })).toEqual(sample);
});

test('where fewer do, and where the same would fail, is one number', () => {
  const most = mostImages(recipe, 784)!;
  expect([fewerRows({ ...recipe, rows: most }), fewerRows({ ...recipe, rows: most + 1 })]).toEqual([null, sample]);
  const many = pixels(new Uint8Array((most + 1) * 784), most + 1, 784);
  expect(() => many.data).toThrow(`rows: must be at most ${most} here`);
});

test('no sample where the method takes all, where it would be no less, or where rows are no images', () => {
  expect(fewerRows({ ...recipe, algorithm: 'KMeans' })).toBeNull();
  expect(fewerRows({ ...recipe, rows: 1500 })).toBeNull();
  expect(fewerRows({ ...recipe, dataset: { make: 'make_blobs', n_samples: 1_000_000 } })).toBeNull();
});
