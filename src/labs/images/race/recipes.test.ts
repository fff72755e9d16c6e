import { expect, test } from 'vitest';
import type { Recipe } from '../../../engine/recipe.ts';
import { raceRecipes, startingFrom } from './recipes.ts';

const digits: Recipe = { dataset: 'digits', scaler: 'unit', algorithm: 'KMeans', params: {} };

test('the other method takes over what both have, and keeps its own start values', () => {
  const [kmeans, mini] = raceRecipes({
    ...digits,
    params: { n_clusters: 7, random_state: 3, max_iter: 20, init: 'random' },
  });
  expect(kmeans).toMatchObject({
    algorithm: 'KMeans',
    scaler: 'unit',
    params: { n_clusters: 7, random_state: 3, max_iter: 20, init: 'random', n_init: 1 },
  });
  expect(mini.algorithm).toBe('MiniBatchKMeans');
  expect(mini.params).toEqual({ n_clusters: 7, random_state: 3, batch_size: 100, init: 'random', n_init: 1 });
});

test('asked for by Mini-Batch, K-Means follows', () => {
  const [kmeans, mini] = raceRecipes({
    ...digits,
    algorithm: 'MiniBatchKMeans',
    params: { n_clusters: 4, batch_size: 50, random_state: 1 },
  });
  expect(kmeans.params).toEqual({ n_clusters: 4, random_state: 1, n_init: 1 });
  expect(mini.params).toEqual({ n_clusters: 4, batch_size: 50, random_state: 1, n_init: 1 });
});

test('another method leaves the data alone; a missing seed is drawn, the same for both', () => {
  const [kmeans, mini] = raceRecipes({ ...digits, rows: 500, algorithm: 'DBSCAN', params: { eps: 2 } }, () => 99);
  expect(kmeans).toMatchObject({ rows: 500, params: { n_clusters: 10, random_state: 42 } });
  expect(mini.params).not.toHaveProperty('eps');
  const seedless = raceRecipes({ ...digits, params: { n_clusters: 3, random_state: null } }, () => 99);
  expect(seedless.map(({ params }) => params.random_state)).toEqual([99, 99]);
});

test('starting from centres that are there', () => {
  const centers = { data: Float64Array.of(1, 2, 3, 4), rows: 2, cols: 2 };
  expect(startingFrom({ ...digits, params: { n_clusters: 2 } }, centers).params).toEqual({
    n_clusters: 2,
    init: [
      [1, 2],
      [3, 4],
    ],
  });
});
