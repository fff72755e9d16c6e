import { describe, expect, test } from 'vitest';
import { RecipeError } from '../engine/types.ts';
import { DRAG_FRAMES } from './session.ts';
import { scores, sessions, settle } from './session-fixtures.ts';

const session = sessions();
const { run, last, finish } = session;

describe('while a slider is dragged', () => {
  test('a run that is passed by is shown but not scored; the status is that of the newest', async () => {
    await finish();
    session.client.scorings[0]!.resolve(scores(1));
    session.stores.timeline.getState().playNext();
    session.stores.recipe.getState().setParam('n_clusters', 4, 'drag');
    const passed = last();
    session.stores.recipe.getState().setParam('n_clusters', 5, 'drag');
    await finish(undefined, passed);
    expect(run()).toMatchObject({ status: 'running' });
    expect(session.stores.timeline.getState()).toMatchObject({ playing: false, armed: true });
    expect(run().shown?.recipe.params.n_clusters).toBe(4);
    expect(session.client.scorings).toHaveLength(1);
    await finish();
    expect(run()).toMatchObject({ status: 'done' });
    expect(session.stores.timeline.getState()).toMatchObject({ playing: true, armed: false });
    expect(session.client.scorings).toHaveLength(2);
  });

  test('few frames are made; all of them when the hand lets go', async () => {
    await finish();
    session.stores.recipe.getState().setParam('n_clusters', 4, 'drag');
    expect(last().options.maxFrames).toBe(DRAG_FRAMES);
    session.stores.recipe.getState().setParam('n_clusters', 4, 'commit');
    expect(last().options.maxFrames).toBeUndefined();
  });

  test('scores of an outcome that is not shown any more are given up', async () => {
    await finish();
    session.stores.recipe.getState().setParam('n_clusters', 4, 'drag');
    await finish();
    expect(session.client.scorings[0]!.options.signal?.aborted).toBe(true);
    session.client.scorings[0]!.resolve(scores(0.1));
    session.client.scorings[1]!.resolve(scores(0.2));
    await settle();
    expect(run().scores?.metrics.silhouette_score).toBe(0.2);
  });

  test('a run that was passed by is scored after all when the newest fails', async () => {
    await finish();
    session.stores.recipe.getState().setParam('n_clusters', 4, 'drag');
    const passed = last();
    session.stores.recipe.getState().setParam('n_clusters', 500, 'drag');
    const shown = await finish(undefined, passed);
    last().reject(new RecipeError('params.n_clusters', 'too many'));
    await settle();
    expect(session.client.scorings.at(-1)?.outcome).toBe(shown);
  });
});
