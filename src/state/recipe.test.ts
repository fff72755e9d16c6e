import { describe, expect, test } from 'vitest';
import { createRecipeStore, firstRecipe } from './recipe.ts';

const open = (recipe = firstRecipe) => createRecipeStore(recipe).getState;

describe('the recipe store', () => {
  test('opens with K-Means on Iris, petals, three clusters', () => {
    expect(firstRecipe).toEqual({
      dataset: 'iris',
      features: [2, 3],
      algorithm: 'KMeans',
      params: { n_clusters: 3, random_state: 42 },
    });
  });

  test('sets a parameter and gives it back to its default; says what changed and how', () => {
    const get = open();
    get().setParam('n_clusters', 5, 'drag');
    expect(get().recipe.params).toEqual({ n_clusters: 5, random_state: 42 });
    expect(get().change).toEqual({ field: 'params.n_clusters', gesture: 'drag' });
    get().setParam('n_clusters', undefined);
    expect(get().recipe.params).toEqual({ random_state: 42 });
    expect(get().change.gesture).toBe('commit');
  });

  test('another dataset brings its own start values', () => {
    const get = open();
    get().setParam('n_clusters', 7);
    get().setScaler('minmax');
    get().setDataset('wine');
    const { dataset, features, scaler, params } = get().recipe;
    expect(dataset).toBe('wine');
    expect(features).toBeUndefined();
    expect(scaler).toBe('standard');
    expect(params.n_clusters).toBe(3);
  });

  test('a generator comes with its parameters, and keeps all else when they change', () => {
    const get = open();
    get().setDataset('make_moons');
    expect(get().recipe.dataset).toMatchObject({ make: 'make_moons', noise: 0.05 });
    get().setParam('n_clusters', 4);
    get().setDataParam('noise', 0.2, 'drag');
    expect(get().recipe.dataset).toMatchObject({ noise: 0.2, random_state: 0 });
    expect(get().recipe.params.n_clusters).toBe(4);
    expect(get().change).toEqual({ field: 'dataset.noise', gesture: 'drag' });
    get().setDataParam('noise', undefined);
    expect(get().recipe.dataset).not.toHaveProperty('noise');
    get().setDataset({ make: 'make_moons', n_samples: 20 });
    expect(get().recipe.params.n_clusters).toBe(4);
  });

  test('takes the first rows, all of them when there are no more', () => {
    const get = open();
    get().setRows(100, 'drag');
    expect(get().recipe.rows).toBe(100);
    expect(get().change).toEqual({ field: 'rows', gesture: 'drag' });
    get().setRows(150);
    expect(get().recipe).not.toHaveProperty('rows');
    get().setRows(100);
    get().setRows(undefined);
    expect(get().recipe).not.toHaveProperty('rows');
  });

  test('fewer points made than rows wanted: the limit goes', () => {
    const get = open();
    get().setDataset({ make: 'make_moons', n_samples: 500 });
    get().setRows(200);
    get().setDataParam('noise', 0.2);
    expect(get().recipe.rows).toBe(200);
    get().setDataParam('n_samples', 150);
    expect(get().recipe).not.toHaveProperty('rows');
  });

  test('a parameter that does not count any more goes', () => {
    const get = open({ dataset: 'iris', algorithm: 'MeanShift', params: { quantile: 0.2, min_bin_freq: 3 } });
    get().setParam('cluster_all', false);
    expect(get().recipe.params).toEqual({ quantile: 0.2, cluster_all: false });
    get().setParam('bandwidth', 0.5, 'drag');
    expect(get().recipe.params).toEqual({ bandwidth: 0.5, cluster_all: false });
  });

  test('a number of clusters in place of a height: the height goes', () => {
    const get = open({ dataset: 'iris', algorithm: 'AgglomerativeClustering', params: {} });
    get().setParams({ distance_threshold: 4, n_clusters: null }, 'drag');
    get().setParam('distance_threshold', 5);
    expect(get().recipe.params).toEqual({ distance_threshold: 5, n_clusters: null });
    get().setParam('n_clusters', 3);
    expect(get().recipe.params).toEqual({ n_clusters: 3 });
  });

  test('a table has no parameters of its own', () => {
    const get = open();
    get().setDataParam('noise', 1);
    expect(get().recipe.dataset).toBe('iris');
  });

  test.each([
    ['features', (get: ReturnType<typeof open>) => get().setFeatures([0])],
    ['scaler', (get: ReturnType<typeof open>) => get().setScaler('standard')],
    ['the count', (get: ReturnType<typeof open>) => get().setParam('n_clusters', 4)],
    [
      'a count that falls back to its default',
      (get: ReturnType<typeof open>) => get().setParam('n_clusters', undefined),
    ],
  ])('centres set by hand are dropped when %s changes', (_, change) => {
    const points = [
      [1, 1],
      [2, 2],
      [3, 3],
    ] as const;
    const get = open({ ...firstRecipe, params: { n_clusters: 3, init: points } });
    change(get);
    expect(get().recipe.params).not.toHaveProperty('init');
  });

  test('centres set by hand stay while another parameter changes', () => {
    const get = open({
      ...firstRecipe,
      params: {
        n_clusters: 2,
        init: [
          [1, 1],
          [2, 2],
        ],
      },
    });
    get().setParam('max_iter', 10);
    expect(get().recipe.params.init).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  test('all features are no features named', () => {
    const get = open();
    get().setFeatures(undefined);
    expect(get().recipe).not.toHaveProperty('features');
  });

  test('the same algorithm again changes nothing', () => {
    const get = open();
    get().setParam('n_clusters', 9);
    get().setAlgorithm('KMeans');
    expect(get().recipe.params.n_clusters).toBe(9);
  });
});
