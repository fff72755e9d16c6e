import { expect, test } from 'vitest';
import type { Recipe } from '../../engine/recipe.ts';
import { RecipeError } from '../../engine/types.ts';
import type { Scored } from '../../worker/api.ts';
import { createBatch, recipeKey } from './batch.ts';

const recipe = (eps: number): Recipe => ({ dataset: 'iris', algorithm: 'DBSCAN', params: { eps } });
const job = (eps: number) => ({ recipe: recipe(eps), maxFrames: 10 });
const scored = { outcome: {}, scores: {} } as Scored;

/** Runs that end when the test says so. */
function open(hold: (recipe: Recipe) => unknown = () => null) {
  const runs: { eps: unknown; signal: AbortSignal; end(result: Scored | Error): void }[] = [];
  const batch = createBatch(
    (asked, { signal }) =>
      new Promise((resolve, reject) => {
        const end = (result: Scored | Error) => (result instanceof Error ? reject(result) : resolve(result));
        signal.addEventListener('abort', () => reject(signal.reason));
        runs.push({ eps: asked.params.eps, signal, end });
      }),
    { hold: hold as never },
  );
  const status = (eps: number) => batch.getState().results.get(recipeKey(recipe(eps)))?.status;
  return { batch, runs, status };
}
/** A turn of the event loop: whatever was promised has come by then. */
const turn = () => new Promise((resolve) => setTimeout(resolve));

test('what differs from the defaults only in being spelled out is the same result', () => {
  expect(recipeKey(recipe(0.5))).toBe(recipeKey({ dataset: 'iris', algorithm: 'DBSCAN', params: { min_samples: 5 } }));
  expect(recipeKey(recipe(0.5))).not.toBe(recipeKey(recipe(0.4)));
});

test('runs each recipe once, however often it is wanted, and keeps what has ended', async () => {
  const { batch, runs, status } = open();
  batch.want([job(1), job(2), job(1)]);
  batch.want([job(1), job(2)]);
  expect(runs.map(({ eps }) => eps)).toEqual([1, 2]);
  runs[0]!.end(scored);
  await turn();
  expect(status(1)).toBe('done');
  batch.want([job(2)]);
  batch.want([job(1), job(2)]);
  expect(runs).toHaveLength(2);
  expect(status(1)).toBe('done');
});

test('what is under way and not wanted any more ends', async () => {
  const { batch, runs, status } = open();
  batch.want([job(1), job(2)]);
  batch.want([job(2), job(3)]);
  await turn();
  expect(runs.map(({ signal }) => signal.aborted)).toEqual([true, false, false]);
  expect(status(1)).toBeUndefined();
  batch.want([job(1)]);
  expect(runs.at(-1)!.eps).toBe(1);
});

test('a failure is a sentence of its own, and can be tried again', async () => {
  const { batch, runs, status } = open();
  batch.want([job(1), job(2)]);
  runs[0]!.end(new RecipeError('params.eps', 'is odd'));
  runs[1]!.end(new Error('The worker died.'));
  await turn();
  expect(status(2)).toBe('failed');
  const { results } = batch.getState();
  expect(results.get(recipeKey(recipe(1)))).toEqual({ status: 'failed', field: 'params.eps', problem: 'is odd' });
  expect(results.get(recipeKey(recipe(2)))).toEqual({ status: 'failed', field: '', problem: 'The worker died' });
  batch.start(job(2));
  expect(status(2)).toBe('running');
});

test('what is too dear waits for a word', () => {
  const { batch, runs, status } = open(({ params }) => (params.eps === 2 ? { rows: 1 } : null));
  batch.want([job(1), job(2)]);
  expect(runs).toHaveLength(1);
  expect(status(2)).toBe('held');
  batch.start(job(2));
  expect(runs).toHaveLength(2);
});

test('a cancel keeps what is done and waits; leaving lets whoever comes back have the rest', async () => {
  const { batch, runs, status } = open();
  batch.want([job(1), job(2)]);
  runs[0]!.end(scored);
  await turn();
  expect(status(1)).toBe('done');
  batch.cancel();
  expect([status(1), status(2)]).toEqual(['done', 'cancelled']);
  batch.want([job(1), job(2)]);
  expect(runs).toHaveLength(2);
  batch.start(job(2));
  batch.leave();
  expect(status(2)).toBeUndefined();
  expect(runs.at(-1)!.signal.aborted).toBe(true);
  batch.want([job(1), job(2)]);
  expect(runs).toHaveLength(4);
  expect(status(1)).toBe('done');
});

test('results that nobody wants go, the oldest first', async () => {
  const { batch, runs } = open();
  for (let eps = 1; eps <= 60; eps++) {
    batch.want([job(eps)]);
    runs.at(-1)!.end(scored);
    await turn();
    expect(batch.getState().results.get(recipeKey(recipe(eps)))?.status).toBe('done');
  }
  const kept = batch.getState().results;
  expect(kept.size).toBeLessThanOrEqual(49);
  expect(kept.has(recipeKey(recipe(60)))).toBe(true);
  expect(kept.has(recipeKey(recipe(1)))).toBe(false);
});
