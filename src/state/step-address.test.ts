import { expect, test } from 'vitest';
import type { Recipe } from '../engine/recipe.ts';
import type { Frame } from '../engine/types.ts';
import { pinSeed } from './dataset.ts';
import { useRecipe } from './recipe.ts';
import { useRun } from './run.ts';
import { stepParts } from './step-address.ts';
import { useTimeline } from './timeline.ts';

const frames = [0, 1, 2].map((step) => ({ step }) as Frame);
const blobs: Recipe = { dataset: { make: 'make_blobs' }, algorithm: 'KMeans', params: { n_clusters: 3 } };
const iris: Recipe = { ...blobs, dataset: 'iris' };

/** What the address says of the step while `recipe` is asked for and the player has frames of `framed`. */
function written(recipe: Recipe, framed: Recipe, index = 1): string {
  useRecipe.getState().replace(recipe);
  useRun.setState({ framed: { recipe: framed, frames } });
  useTimeline.setState({ frames, index });
  return stepParts[0]!.write();
}

test('the step at which the player stands, nothing at the result', () => {
  const { recipe } = useRecipe.getState();
  expect(written(recipe, useRecipe.getState().recipe)).toBe('step=1');
  expect(written(iris, iris, 2)).toBe('');
});

test('of points without a seed as well: the frames are of the seed that they got', () => {
  expect(written(blobs, pinSeed(blobs, null).recipe)).toBe('step=1');
});

test('nothing while other frames are asked for', () => {
  expect(written(iris, { ...iris, params: { n_clusters: 4 } })).toBe('');
  const framed = pinSeed(blobs, null).recipe;
  expect(written({ ...blobs, params: { n_clusters: 4 } }, framed)).toBe('');
  expect(written({ ...blobs, dataset: { make: 'make_blobs', n_samples: 50 } }, framed)).toBe('');
  expect(written({ ...blobs, dataset: { make: 'make_moons' } }, framed)).toBe('');
});
