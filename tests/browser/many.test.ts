import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Recipe } from '../../src/engine/recipe.ts';
import { createMany, type Many } from '../../src/worker/many.ts';

const { signal } = new AbortController();
const spawn = () => new Worker(new URL('./fake-worker.ts', import.meta.url), { type: 'module' });
const recipe = (params: Recipe['params']): Recipe => ({ dataset: 'iris', algorithm: 'KMeans', params });
let many: Many;

beforeEach(() => {
  many = createMany({ spawn, size: 2 });
});
afterEach(() => many.dispose());

test('gives a run with its scores, and frames only where they are asked for', async () => {
  const [bare, framed] = await Promise.all([
    many.run(recipe({ steps: 5 }), { signal }),
    many.run(recipe({ steps: 5 }), { signal, maxFrames: 3 }),
  ]);
  expect([...bare.outcome.labels]).toEqual([0, 1, 1, -1]);
  expect(bare.outcome.frames).toHaveLength(0);
  expect(framed.outcome.frames.length).toBeGreaterThan(1);
  expect(framed.outcome.frames.length).toBeLessThanOrEqual(3);
  expect(framed.scores.silhouetteSampleSize).toBeNull();
});

test('a run that fails or is aborted leaves the others alone', async () => {
  const controller = new AbortController();
  const long = many.run(recipe({ steps: 1000, milliseconds: 10 }), { signal: controller.signal });
  const refused = many.run(recipe({ ending: 'refuse' }), { signal });
  const good = many.run(recipe({}), { signal });
  controller.abort(new Error('enough'));
  await expect(long).rejects.toThrow('enough');
  await expect(refused).rejects.toMatchObject({ field: 'params.eps' });
  expect((await good).outcome.nNoise).toBe(1);
});
