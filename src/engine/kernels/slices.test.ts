import { describe, expect, test } from 'vitest';
import { fakeHelpers, finishLater } from '../../../tests/support/helpers.ts';
import { finish, somePixels } from '../../../tests/support/pixels.ts';
import { helpedFit, fit as kmeans } from '../algorithms/kmeans/fit.ts';
import { spec } from '../algorithms/kmeans/spec.ts';
import { pointsOf } from '../numeric/centers/points.ts';
import { candidatesPerSeed, seedPlusPlus } from '../numeric/centers/seeding.ts';
import { RandomState } from '../numeric/random-state.ts';
import { type Pixels, pixels } from '../pixels.ts';
import { helpedPcaSteps, pca } from '../projections/pca.ts';
import { completeParams } from '../spec/defaults.ts';
import type { Frame, Params } from '../types.ts';
import { seedSlices } from './seeding.ts';
import { splitRows } from './slices.ts';
import { sparseRows } from './sparse.ts';

function seedsOf(X: Pixels, k: number, seed: number): Int32Array {
  return finish(seedSlices(finish(splitRows(X, null)), k, candidatesPerSeed(k), new RandomState(seed)));
}

describe('k-means++', () => {
  test.each([1, 2, 3, 10, 40])('draws the rows that the dense one draws: %i', (k) => {
    const X = somePixels(k, 200, 50);
    for (const seed of [0, 1, 2]) {
      const dense = seedPlusPlus(finish(pointsOf(X)), k, new RandomState(seed));
      expect(seedsOf(X, k, seed)).toEqual(finish(dense));
    }
  });

  test('goes on where every row is a seed already', () => {
    const X = pixels(new Uint8Array(12).fill(7), 4, 3);
    expect(seedsOf(X, 3, 0)).toEqual(finish(seedPlusPlus(finish(pointsOf(X)), 3, new RandomState(0))));
  });
});

const ROWS = 20_001;
const many = () => somePixels(5, ROWS, 20, 255);
const paramsOf = (params: Params) => completeParams(spec.params, { random_state: 1, ...params });
const context = (frames: Frame[] | null = null) => ({ random: new RandomState(1), wantsFrame: () => frames !== null });

describe('rows shared with helpers', () => {
  test.each([
    [1, {}],
    [3, {}],
    [2, { n_clusters: 13, n_init: 2, max_iter: 7 }],
    [1, { init: 'random', n_clusters: 5 }],
    [2, { n_clusters: 1 }],
  ])('%i of them change nothing: %o', async (count, params) => {
    const alone = finish(kmeans(many(), paramsOf(params), context()));
    const helpers = fakeHelpers(count);
    expect(await finishLater(helpedFit(many(), paramsOf(params), context(), helpers))).toEqual(alone);
    expect(helpers.asked.filter((work) => work === 'assign').length).toBeGreaterThan(0);
  });

  test('nor does it matter whether all rows have been packed here before, nor that a fit is the second one', async () => {
    const X = many();
    const alone = finish(kmeans(many(), paramsOf({}), context()));
    const helpers = fakeHelpers(1);
    expect(await finishLater(helpedFit(X, paramsOf({}), context(), helpers))).toEqual(alone);
    finish(sparseRows(X));
    expect(await finishLater(helpedFit(X, paramsOf({}), context(), helpers))).toEqual(alone);
  });

  test('empty clusters are filled from all rows', async () => {
    const X = many();
    const far = new Float64Array(20).fill(1000);
    const init = [Array.from(X.bytes.subarray(0, 20), (pixel) => pixel / 255), [...far], [...far.fill(2000)]];
    const alone = finish(kmeans(many(), paramsOf({ n_clusters: 3, init }), context()));
    expect(new Set(alone.labels).size).toBe(3);
    expect(await finishLater(helpedFit(X, paramsOf({ n_clusters: 3, init }), context(), fakeHelpers(2)))).toEqual(
      alone,
    );
  });

  test('helpers that keep a fit waiting are left, and change nothing', async () => {
    const alone = finish(kmeans(many(), paramsOf({ n_clusters: 9 }), context()));
    expect(alone.attributes.n_iter).toBeGreaterThan(22);
    const helpers = fakeHelpers(1, 20);
    expect(await finishLater(helpedFit(many(), paramsOf({ n_clusters: 9 }), context(), helpers))).toEqual(alone);
    expect(helpers.asked.filter((work) => work === 'assign')).toHaveLength(20);
    expect(helpers.asked.at(-1)).toBe('tooSlow');
  });

  test('few rows are not shared', async () => {
    const helpers = fakeHelpers(1);
    await finishLater(helpedFit(somePixels(5, 200, 20, 255), paramsOf({}), context(), helpers));
    expect(helpers.asked).toEqual([]);
  });

  test('a helper that is lost ends the fit with its reason', async () => {
    const helpers = { count: 1, tooSlow: () => {}, hold: () => () => Promise.reject(new Error('lost')) };
    await expect(finishLater(helpedFit(many(), paramsOf({}), context(), helpers))).rejects.toThrow('lost');
  });
});

test('principal axes of rows shared with helpers are those of all rows', async () => {
  const helpers = fakeHelpers(2);
  expect(await finishLater(helpedPcaSteps(many(), 2, helpers))).toEqual(pca(many(), 2));
  expect(helpers.asked).toContain('products');
});
