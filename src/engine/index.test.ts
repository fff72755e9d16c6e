import { expect, test } from 'vitest';
import { countClusters, fitSteps, prepare, run, toJSON } from './index.ts';
import type { Recipe } from './recipe.ts';
import type { Frame } from './types.ts';

const kmeans = { algorithm: 'KMeans', params: { n_clusters: 3, random_state: 42 } };

test('prepare keeps the first rows and the chosen columns, in their order, and tells how they were scaled', async () => {
  const recipe: Recipe = {
    dataset: 'iris',
    features: ['petal width (cm)', 0],
    rows: 60,
    scaler: 'standard',
    ...kmeans,
  };
  const { X, table, columns, offset, scale } = await prepare(recipe);
  expect([X.rows, X.cols, table.X.rows, table.X.cols, table.y!.length, columns]).toEqual([60, 2, 60, 4, 60, [3, 0]]);
  for (let i = 0; i < 60; i++) {
    for (let j = 0; j < 2; j++) {
      const original = table.X.data[i * 4 + columns[j]!]!;
      expect(X.data[i * 2 + j]! * scale[j]! + offset[j]!).toBeCloseTo(original, 12);
    }
  }
  const mean = X.data.reduce((sum, value) => sum + value, 0) / X.data.length;
  expect(mean).toBeCloseTo(0, 12);
});

test('chosen columns are added as numpy adds those of X[:, [2, 3]], the same values of an own table as its rows', async () => {
  const petals = await prepare({ dataset: 'iris', features: [2, 3], scaler: 'standard', ...kmeans });
  // StandardScaler().fit(load_iris().data[:, [2, 3]]).mean_
  expect(Array.from(petals.offset)).toEqual([3.7580000000000005, 1.1993333333333336]);
  const own = Array.from(petals.table.X.data.subarray(0, 600).keys()).filter((at) => at % 4 === 0);
  const X = own.map((at) => [petals.table.X.data[at + 2]!, petals.table.X.data[at + 3]!]);
  expect(Array.from((await prepare({ dataset: { X }, scaler: 'standard', ...kmeans })).offset)).toEqual([
    3.7580000000000027, 1.199333333333334,
  ]);
});

test('values whose squares would overflow are refused, unless the scaler tames them', async () => {
  const dataset = { X: [[1e200], [2e200], [-1e200]] };
  const message = 'dataset: has values beyond ±1e+150; scale it first';
  await expect(prepare({ dataset, ...kmeans })).rejects.toThrow(message);
  // The variance overflows.
  await expect(prepare({ dataset, scaler: 'standard', ...kmeans })).rejects.toThrow(message);
  expect((await run({ dataset, scaler: 'minmax', ...kmeans })).nClusters).toBe(3);
  expect((await run({ dataset: { X: [[1e150], [-1e150], [9e149]] }, ...kmeans })).fitted.attributes.inertia).toBe(0);
});

test('unit divides pixels by their full scale', async () => {
  const { X, fullScale, table } = await prepare({ dataset: 'digits', scaler: 'unit', ...kmeans });
  expect(fullScale).toBe(16);
  expect(X.data[5]).toBe(table.X.data[5]! / 16);
  const own: Recipe = { dataset: { X: [[1], [2]] }, scaler: 'unit', ...kmeans };
  await expect(prepare(own)).rejects.toThrow('scaler: unit is for pixels; these points have none');
});

test('the same seed gives the same run; without one every run draws a fresh seed', async () => {
  const labels = async (params: Recipe['params'], freshSeed?: () => number) =>
    (await run({ dataset: 'iris', algorithm: 'KMeans', params }, { freshSeed })).fitted.labels;
  expect(await labels({ random_state: 7 })).toEqual(await labels({ random_state: 7 }));
  expect(await labels({}, () => 7)).toEqual(await labels({ random_state: 7 }));
  expect(await labels({}, () => 8)).not.toEqual(await labels({ random_state: 7 }));
  const made = (random_state: number | null, freshSeed?: () => number) =>
    prepare({ dataset: { make: 'make_moons', noise: 0.1, random_state }, ...kmeans }, { freshSeed });
  expect((await made(null, () => 5)).X).toEqual((await made(5)).X);
  expect((await made(null)).X).not.toEqual((await made(null)).X);
});

test('a fit yields frames only where they are wanted, and ends the same', async () => {
  const recipe: Recipe = { dataset: 'iris', ...kmeans };
  const prepared = await prepare(recipe);
  const drain = async (wantsFrame?: () => boolean) => {
    const steps = await fitSteps(prepared, recipe, { wantsFrame });
    const frames: (Frame | null)[] = [];
    for (;;) {
      const { done, value } = steps.next();
      if (done) return { frames, fitted: value };
      frames.push(value);
    }
  };
  const silent = await drain();
  const watched = await drain(() => true);
  expect(silent.frames.every((frame) => frame === null)).toBe(true);
  expect(watched.frames.filter((frame) => frame !== null).length).toBeGreaterThan(3);
  expect(watched.fitted).toEqual(silent.fitted);
});

test('noise is counted apart from the clusters', () => {
  expect(countClusters(Int32Array.of(0, -1, 4, 4, -1))).toEqual({ nClusters: 2, nNoise: 2 });
  expect(countClusters(Int32Array.of(-1, -1))).toEqual({ nClusters: 0, nNoise: 2 });
});

test('a result is plain JSON, with null for what is not defined', async () => {
  const result = await run({ dataset: { X: [[1], [2]] }, algorithm: 'KMeans', params: { n_clusters: 1 } });
  const json = toJSON(result);
  expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  expect(json).toMatchObject({ labels: [0, 0], n_clusters: 1, n_noise: 0, cluster_centers: [[1.5]], inertia: 0.5 });
  expect(new Set(Object.values(json.metrics as object))).toEqual(new Set([null]));
  expect(json).not.toHaveProperty('silhouette_sample_size');
  expect(json).not.toHaveProperty('warnings');
});

test('figures without a value, warnings, the silhouette’s sample and what was asked to return', async () => {
  const ask = { dataset: { make: 'make_swiss_roll', n_samples: 5, random_state: 0 }, ...kmeans, return: ['X', 'y'] };
  const result = await run(ask);
  const odd = {
    ...result,
    silhouetteSampleSize: 10_000,
    fitted: {
      ...result.fitted,
      attributes: { n_clusters: 99, tol: Number.NaN, a: null },
      warnings: ['Not converged.'],
    },
  };
  const { metrics: _, labels: __, seconds: ___, X, y, ...rest } = toJSON(odd);
  expect(rest).toEqual({
    n_clusters: 3,
    n_noise: 0,
    tol: null,
    a: null,
    silhouette_sample_size: 10_000,
    warnings: ['Not converged.'],
  });
  expect(X).toEqual(Array.from({ length: 5 }, (_, i) => Array.from(result.prepared.X.data.slice(3 * i, 3 * i + 3))));
  expect(y).toEqual(Array.from(result.prepared.table.target!));
});

test('what depends on the data names its field too', async () => {
  const fails = (recipe: object) => expect(run({ dataset: 'iris', ...kmeans, ...recipe })).rejects;
  await fails({ rows: 2 }).toThrow(/^params\.n_clusters: /);
  await fails({
    params: {
      n_clusters: 2,
      init: [
        [1, 2],
        [3, 4],
      ],
    },
  }).toThrow(/^params\.init/);
});
