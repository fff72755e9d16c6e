import { describe, expect, it } from 'vitest';
import { chosenColumns, featuresOf } from './features.ts';

const recipe = { dataset: 'iris', algorithm: 'KMeans', params: {} };
const names = ['a', 'b', 'c'];

describe('features of a recipe', () => {
  it('are all when none are named', () => {
    expect(chosenColumns(recipe, names)).toEqual([0, 1, 2]);
  });

  it('go by name or by index, once each, in order, unknown ones left out', () => {
    expect(chosenColumns({ ...recipe, features: ['c', 0, 'a', 'z', 9] }, names)).toEqual([0, 2]);
  });

  it('are left out of the recipe when they are all', () => {
    expect(featuresOf([0, 1, 2], 3)).toBeUndefined();
    expect(featuresOf([2, 0], 3)).toEqual([0, 2]);
  });
});
