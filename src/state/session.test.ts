import { describe, expect, test } from 'vitest';
import { RecipeError } from '../engine/types.ts';
import { dataKey } from '../worker/data-key.ts';
import { frame, ints, loaded, outcome, scores, sessions, settle } from './session-fixtures.ts';

const session = sessions();
const { run, last, finish } = session;

describe('a run', () => {
  test('loads, runs, shows the result, then the scores', async () => {
    expect(run()).toMatchObject({ status: 'loading', data: null, shown: null });
    last().options.onData!(loaded(last().recipe));
    expect(run()).toMatchObject({ status: 'running', shown: null });
    expect(run().data?.columns).toEqual([2, 3]);
    expect(session.stores.view.getState().projection).toEqual([2, 3]);
    const result = outcome(last().recipe);
    last().resolve(result);
    await settle();
    expect(run()).toMatchObject({ status: 'done', shown: result, scores: null, previousScores: null });
    expect(run().colors).toEqual(ints(0, 1, 2));
    expect(session.stores.timeline.getState()).toMatchObject({ frames: result.frames, index: 2 });
    expect(run().framed).toEqual({ recipe: result.recipe, frames: session.stores.timeline.getState().frames });
    session.client.scorings[0]!.resolve(scores(0.5));
    await settle();
    expect(run().scores?.metrics.silhouette_score).toBe(0.5);
  });

  test('says how much of the data has come, until it is there; not what an older run hears', async () => {
    const older = last();
    older.options.onProgress!(1, 14);
    expect(run().progress).toEqual({ loaded: 1, total: 14 });
    session.stores.recipe.getState().setFeatures([0, 1]);
    expect(run().progress).toBeNull();
    older.options.onProgress!(2, 14);
    expect(run().progress).toBeNull();
    last().options.onProgress!(3, 14);
    expect(run().progress).toEqual({ loaded: 3, total: 14 });
    await finish();
    expect(run().progress).toBeNull();
    // Word of the last bytes may come after the data itself.
    last().options.onProgress!(14, 14);
    expect(run().progress).toBeNull();
  });

  test('that failed can be asked for once more', async () => {
    last().options.onProgress!(3, 14);
    last().reject(new RecipeError('dataset', 'data/0.gz is cut off'));
    await settle();
    expect(run()).toMatchObject({ status: 'failed', progress: null, error: { problem: 'data/0.gz is cut off' } });
    run().retry();
    expect(session.client.runs).toHaveLength(2);
    expect(run()).toMatchObject({ status: 'loading', error: null });
    await finish();
    expect(run().status).toBe('done');
  });

  test('on the same data does not ask for it again, and says how the scores moved', async () => {
    await finish();
    session.client.scorings[0]!.resolve(scores(0.5));
    await settle();
    session.stores.recipe.getState().setParam('n_clusters', 4, 'drag');
    expect(run()).toMatchObject({ status: 'running' });
    expect(last().options.onData).toBeUndefined();
    expect(last().recipe.params.n_clusters).toBe(4);
    await finish(ints(1, 1, 0, 0, 2, 3));
    expect(run().scores).toBeNull();
    expect(run().previousScores?.metrics.silhouette_score).toBe(0.5);
    expect(run().colors).toEqual(ints(1, 0, 2, 3));
  });

  test('the same once more (the end of a drag) still says how the scores moved', async () => {
    await finish();
    session.client.scorings[0]!.resolve(scores(0.5));
    await settle();
    for (const gesture of ['drag', 'commit'] as const) {
      session.stores.recipe.getState().setParam('n_clusters', 4, gesture);
      await finish(ints(1, 1, 0, 0, 2, 3));
      session.client.scorings.at(-1)!.resolve(scores(0.7));
      await settle();
    }
    expect(run().scores?.metrics.silhouette_score).toBe(0.7);
    expect(run().previousScores?.metrics.silhouette_score).toBe(0.5);
  });

  test('other rows begin with colours, scores and selection of their own', async () => {
    await finish(ints(2, 2, 1, 1, 0, 0));
    session.client.scorings[0]!.resolve(scores(0.5));
    await settle();
    session.stores.view.getState().select([1]);
    session.stores.recipe.getState().setDataset('wine');
    expect(run()).toMatchObject({ status: 'loading' });
    await finish(ints(1, 1, 0, 0, 2, 2));
    expect(run().colors).toEqual(ints(0, 1, 2));
    expect(run().previousScores).toBeNull();
    expect(session.stores.view.getState().selection).toBeNull();
  });

  test('keeps the old picture whole until the new one is there', async () => {
    const first = await finish();
    session.stores.recipe.getState().setDataset('wine');
    const wine = loaded(last().recipe);
    last().options.onData!(wine);
    expect(run().shown).toBe(first);
    expect(run().data?.key).toBe(first.dataKey);
    last().resolve(outcome(last().recipe));
    await settle();
    expect(run().data).toBe(wine);
    expect(run().shown?.dataKey).toBe(wine.key);
  });
});

describe('frames of a run under way', () => {
  test('are followed on new points, before any result', async () => {
    await finish();
    session.stores.recipe.getState().setDataset('wine');
    last().options.onData!(loaded(last().recipe));
    await last().options.onFrame!(frame(0));
    expect(run()).toMatchObject({ shown: null, scores: null });
    expect(run().data?.key).toBe(dataKey(last().recipe));
    await last().options.onFrame!(frame(1));
    expect(session.stores.timeline.getState()).toMatchObject({ index: 1 });
  });
});

test('a generator without a seed keeps the points it has drawn', async () => {
  session.stores.recipe
    .getState()
    .replace({ dataset: { make: 'make_moons' }, algorithm: 'KMeans', params: { n_clusters: 2 } });
  await finish();
  session.stores.recipe.getState().setParam('n_clusters', 3);
  expect(last().options.onData).toBeUndefined();
  expect(last().recipe.dataset).toEqual(run().shown?.recipe.dataset);
  expect(last().recipe.dataset).toHaveProperty('random_state', expect.any(Number));
});

test('what ends the session ends its workers and hears nothing more', async () => {
  session.stop();
  session.stores.recipe.getState().setParam('n_clusters', 4);
  expect(session.client.disposed).toBe(true);
  expect(session.client.runs).toHaveLength(1);
});
