import { beforeEach, describe, expect, test } from 'vitest';
import { RecipeError } from '../engine/types.ts';
import { dataKey } from '../worker/data-key.ts';
import { frame, ints, loaded, sessions, settle } from './session-fixtures.ts';

const session = sessions();
const { run, last, finish } = session;

describe('a run that would take long', () => {
  beforeEach(() => {
    session.isDear = ({ n_clusters }) => Number(n_clusters) > 100;
  });

  test('waits for a word, over the last good picture', async () => {
    const good = await finish();
    session.stores.recipe.getState().setParam('n_clusters', 120);
    expect(session.client.runs).toHaveLength(1);
    expect(session.client.loads).toHaveLength(0);
    expect(run()).toMatchObject({ status: 'held', error: null, shown: good });
    expect(run().held).toMatchObject({ rows: 150, cost: { seconds: 40 } });
    run().runAnyway();
    expect(run()).toMatchObject({ status: 'running', held: null });
    expect(last().recipe.params.n_clusters).toBe(120);
    await finish();
    session.stores.recipe.getState().setParam('n_clusters', 130);
    expect(run().status).toBe('running');
  });

  test('takes the place of the one that is under way; a smaller one starts at once', async () => {
    const good = await finish();
    session.stores.recipe.getState().setParam('n_clusters', 4);
    await last().options.onFrame!(frame(0, ints(2, 2, 0, 0, 1, 1)));
    session.stores.recipe.getState().setParam('n_clusters', 120);
    await settle();
    expect(last().options.signal?.aborted).toBe(true);
    expect(run().status).toBe('held');
    expect(session.stores.timeline.getState().frames).toBe(good.frames);
    session.stores.recipe.getState().setParam('n_clusters', 5);
    expect(run()).toMatchObject({ status: 'running', held: null });
    expect(last().recipe.params.n_clusters).toBe(5);
  });

  test('shows the points of new data meanwhile, and runs on them without loading them again', async () => {
    await finish();
    session.stores.recipe.getState().replace({ dataset: 'wine', algorithm: 'KMeans', params: { n_clusters: 120 } });
    expect(run().status).toBe('held');
    session.client.loads[0]!.resolve(loaded(session.client.loads[0]!.recipe));
    await settle();
    expect(run()).toMatchObject({ status: 'held', shown: null });
    expect(run().data?.key).toBe(dataKey(session.client.loads[0]!.recipe));
    run().runAnyway();
    expect(last().options.onData).toBeUndefined();
  });

  test('data that cannot be had is an error, not a question', async () => {
    await finish();
    session.stores.recipe.getState().replace({ dataset: 'wine', algorithm: 'KMeans', params: { n_clusters: 120 } });
    session.client.loads[0]!.reject(new RecipeError('features[0]', 'unknown'));
    await settle();
    expect(run()).toMatchObject({ status: 'failed', held: null, error: { field: 'features[0]' } });
  });
});
