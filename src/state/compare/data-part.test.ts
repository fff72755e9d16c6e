import { expect, test } from 'vitest';
import type { Recipe } from '../../engine/recipe.ts';
import { dataKey } from '../../worker/data-key.ts';
import { dataPartOf, sharedDataPart } from './data-part.ts';

const iris: Recipe = {
  dataset: 'iris',
  features: [2, 3],
  scaler: 'standard',
  rows: 100,
  algorithm: 'KMeans',
  params: { n_clusters: 3 },
};
const moons: Recipe = { dataset: { make: 'make_moons', noise: 0.1 }, algorithm: 'KMeans', params: {} };

test('the data part of a recipe has the same key, and nothing of the algorithm', () => {
  const part = dataPartOf(iris);
  expect(part).toEqual({ dataset: 'iris', features: [2, 3], scaler: 'standard', rows: 100 });
  expect(dataKey({ ...part, algorithm: 'DBSCAN', params: {} })).toBe(dataKey(iris));
});

test('what has a seed needs no data to be loaded', () => {
  expect(sharedDataPart(iris, null)).toEqual(dataPartOf(iris));
});

test('a generator without a seed takes that of the data that is loaded, if that is its own', () => {
  expect(sharedDataPart(moons, null)).toBeNull();
  const pinned: Recipe = { ...moons, dataset: { make: 'make_moons', noise: 0.1, random_state: 7 } };
  expect(sharedDataPart(moons, dataKey(pinned))).toEqual({ dataset: pinned.dataset });
  const other: Recipe = { ...moons, dataset: { make: 'make_moons', noise: 0.2, random_state: 7 } };
  expect(sharedDataPart(moons, dataKey(other))).toBeNull();
  expect(sharedDataPart({ ...moons, scaler: 'standard' }, dataKey(pinned))).toBeNull();
  expect(sharedDataPart(moons, dataKey(iris))).toBeNull();
});
