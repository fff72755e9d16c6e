import { describe, expect, test } from 'vitest';
import type { Recipe } from '../engine/recipe.ts';
import { pinSeed, rowsKey } from './dataset.ts';

const moons = (params: Record<string, number | null> = {}): Recipe => ({
  dataset: { make: 'make_moons', ...params },
  algorithm: 'KMeans',
  params: {},
});

describe('pinSeed', () => {
  test('leaves alone what draws nothing or has a seed', () => {
    for (const recipe of [
      moons({ random_state: 7 }),
      { dataset: 'iris', algorithm: 'KMeans', params: {} },
      { dataset: { X: [[1]] }, algorithm: 'KMeans', params: {} },
      // Its seed is 170 where none is given.
      { dataset: { make: 'varied' }, algorithm: 'KMeans', params: {} },
    ]) {
      expect(pinSeed(recipe, null).recipe).toBe(recipe);
    }
  });

  test('draws one seed for a generator and keeps it while other parts of the recipe change', () => {
    const first = pinSeed(moons({ noise: 0.1 }), null, () => 11);
    expect(first.recipe.dataset).toEqual({ make: 'make_moons', noise: 0.1, random_state: 11 });
    const second = pinSeed({ ...moons({ noise: 0.1 }), scaler: 'standard' }, first, () => 12);
    expect(second.recipe).toEqual({ ...first.recipe, scaler: 'standard' });
    const third = pinSeed(moons({ noise: 0.2, random_state: null }), second, () => 13);
    expect(third.recipe.dataset).toMatchObject({ random_state: 13 });
  });
});

test('rowsKey tells rows apart, not features', () => {
  const iris: Recipe = { dataset: 'iris', algorithm: 'KMeans', params: {} };
  expect(rowsKey({ ...iris, features: [0], scaler: 'minmax' })).toBe(rowsKey(iris));
  expect(rowsKey({ ...iris, rows: 10 })).not.toBe(rowsKey(iris));
});
