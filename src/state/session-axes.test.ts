import { describe, expect, test } from 'vitest';
import type { Recipe } from '../engine/recipe.ts';
import type { Projected } from '../worker/api.ts';
import { dataKey } from '../worker/data-key.ts';
import { WorkerLost } from '../worker/errors.ts';
import { loaded, ROWS, sessions, settle } from './session-fixtures.ts';

const session = sessions();
const { run, last, finish } = session;

describe('the principal axes', () => {
  const projected = (recipe: Recipe): Projected => ({
    id: 'pca',
    dataKey: dataKey(recipe),
    coords: { data: new Float64Array(ROWS * 2), rows: ROWS, cols: 2 },
    mean: new Float64Array(4),
    components: { data: new Float64Array(8), rows: 2, cols: 4 },
    explained: [0.9, 0.1],
  });

  test('are not computed while nobody looks at them', async () => {
    await finish();
    expect(session.client.projections).toHaveLength(0);
  });

  test('come when the view turns to them, once', async () => {
    await finish();
    session.stores.view.getState().setProjection('pca');
    session.client.projections[0]!.resolve(projected(session.client.projections[0]!.recipe));
    await settle();
    expect(run().projected?.explained).toEqual([0.9, 0.1]);
    session.stores.view.getState().setProjection([0, 1]);
    session.stores.view.getState().setProjection('pca');
    expect(session.client.projections).toHaveLength(1);
  });

  test('are asked for before a fit on data that will be seen along them, and come with the picture', async () => {
    await finish();
    session.stores.recipe.getState().setFeatures(undefined);
    last().options.onData!(loaded(last().recipe));
    const axes = projected(last().recipe);
    session.client.projections[0]!.resolve(axes);
    await settle();
    expect(run().projected).toBeNull();
    await finish();
    expect(run().projected).toBe(axes);
    session.stores.recipe.getState().setFeatures([0, 1]);
    await finish();
    expect(run().projected).toBeNull();
  });

  test('are asked for again after the worker that owed them was lost', async () => {
    await finish();
    session.stores.view.getState().setProjection('pca');
    session.client.projections[0]!.reject(new WorkerLost('gone'));
    await settle();
    session.stores.recipe.getState().setParam('n_clusters', 4);
    await finish();
    expect(session.client.projections).toHaveLength(2);
  });
});
