import { afterAll, describe, expect, test } from 'vitest';
import type { Recipe } from '../../src/engine/recipe.ts';
import { type Matrix, RecipeError } from '../../src/engine/types.ts';
import type { Loaded } from '../../src/worker/api.ts';
import { createClient } from '../../src/worker/client.ts';

const client = createClient();
afterAll(() => client.dispose());

const iris: Recipe = { dataset: 'iris', algorithm: 'KMeans', params: { n_clusters: 3, n_init: 10, random_state: 42 } };
const signal = new AbortController().signal;

describe('K-Means on Iris in the page’s own worker', () => {
  test('is scikit-learn’s to the last decimal, scores included', async () => {
    const outcome = await client.run(iris, { onFrame: () => {} });
    expect(outcome.attributes.inertia).toBeCloseTo(78.851441426146, 11);
    expect(outcome).toMatchObject({ nClusters: 3, nNoise: 0, recipe: iris });
    expect((outcome.attributes.cluster_centers as Matrix).rows).toBe(3);
    expect(outcome.frames.at(-1)!.labels).toEqual(outcome.labels);
    expect(outcome.frames[0]!.step).toBe(0);

    const { metrics, silhouettes, contingency } = await client.score(outcome, { signal });
    expect(metrics.silhouette_score).toBeCloseTo(0.5528190123564, 10);
    expect(metrics.adjusted_rand_score).toBeCloseTo(0.7302382722834, 10);
    expect(silhouettes).toHaveLength(150);
    expect([...contingency!.data].sort((a, b) => a - b)).toEqual([0, 0, 0, 0, 2, 14, 36, 48, 50]);
  });

  test('the data comes with the names and the scaling that the page needs', async () => {
    const came: Loaded[] = [];
    await client.run({ ...iris, features: [2, 3], scaler: 'standard' }, { onData: (loaded) => void came.push(loaded) });
    expect(came).toHaveLength(1);
    const data = came[0]!;
    expect(data).toMatchObject({ columns: [2, 3], X: { rows: 150, cols: 2 }, table: { X: { rows: 150, cols: 4 } } });
    const { X, table, offset, scale } = data;
    expect(X.data[0]! * scale[0]! + offset[0]!).toBeCloseTo(table.X.data[2]!, 12);
  });

  test('the principal axes project the points', async () => {
    const { coords, components, mean, explained } = await client.project(iris, 'pca');
    expect(coords).toMatchObject({ rows: 150, cols: 2 });
    expect([components.rows, components.cols, mean.length]).toEqual([2, 4, 4]);
    expect(explained[0]).toBeCloseTo(0.92461872, 8);
  });

  test('a single feature has a second axis of zeros', async () => {
    const { coords } = await client.project({ ...iris, features: [0] }, 'pca');
    expect(coords.cols).toBe(2);
    expect(coords.data.every((value, i) => i % 2 === 0 || value === 0)).toBe(true);
  });

  test.each([
    [{ n_clusters: 151 }, 'params.n_clusters'],
    [{ n_clusters: 0 }, 'params.n_clusters'],
    [{ wat: 1 }, 'params.wat'],
  ])('%j is refused by name', async (params, field) => {
    const error = await client.run({ ...iris, params }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(RecipeError);
    expect(error).toMatchObject({ field });
  });

  test('an unknown dataset is refused by name', async () => {
    await expect(client.run({ ...iris, dataset: 'irises' })).rejects.toMatchObject({ field: 'dataset' });
  });
});
