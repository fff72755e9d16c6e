import { expect, test } from 'vitest';
import type { Recipe } from '../engine/recipe.ts';
import { fitKey } from './fit-key.ts';

const tree = (params: Recipe['params'] = {}, rest: Partial<Recipe> = {}): Recipe => ({
  dataset: 'iris',
  algorithm: 'AgglomerativeClustering',
  params,
  ...rest,
});

test('a parameter that only cuts makes no other key, and neither does a default that is spelt out', () => {
  const key = fitKey(tree());
  expect(key).not.toBeNull();
  expect(fitKey(tree({ n_clusters: 7 }))).toBe(key);
  expect(fitKey(tree({ n_clusters: null, distance_threshold: 2 }))).toBe(key);
  expect(fitKey(tree({ linkage: 'ward', compute_distances: true }))).toBe(key);
});

test('another linkage, other features, fewer rows do', () => {
  const keys = [tree(), tree({ linkage: 'single' }), tree({}, { features: [0] }), tree({}, { rows: 100 })].map(fitKey);
  expect(new Set(keys).size).toBe(4);
});

test('there is none where nothing can be cut', () => {
  expect(fitKey({ dataset: 'iris', algorithm: 'KMeans', params: {} })).toBeNull();
});
