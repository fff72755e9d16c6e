import { afterEach, describe, expect, test, vi } from 'vitest';
import { RecipeError } from '../engine/types.ts';
import { WorkerLost } from '../worker/errors.ts';
import { frame, ints, scores, sessions, settle } from './session-fixtures.ts';

const session = sessions();
const { run, last, finish } = session;

describe('a run that comes to nothing', () => {
  test('names the field and leaves the last good picture', async () => {
    const good = await finish();
    session.stores.recipe.getState().setParam('n_clusters', 500);
    last().reject(new RecipeError('params.n_clusters', 'must be at most 150'));
    await settle();
    expect(run()).toMatchObject({
      status: 'failed',
      error: { field: 'params.n_clusters', problem: 'must be at most 150' },
      shown: good,
    });
    expect(session.stores.recipe.getState().recipe.params.n_clusters).toBe(500);
    expect(session.stores.timeline.getState().frames).toBe(good.frames);
    session.stores.recipe.getState().setParam('n_clusters', 3);
    expect(run()).toMatchObject({ status: 'running', error: null });
  });

  test('cancel ends it, and the frames that were followed give way to the last good ones', async () => {
    const good = await finish();
    session.stores.recipe.getState().setParam('n_clusters', 4);
    await last().options.onFrame!(frame(0, ints(2, 2, 0, 0, 1, 1)));
    expect(session.stores.timeline.getState().frames).toHaveLength(1);
    // The frames are of the run that is under way, though the result that is shown is not.
    expect(run().framed!.frames).toBe(session.stores.timeline.getState().frames);
    expect(run().framed!.recipe.params.n_clusters).toBe(4);
    expect(run().colors).toEqual(ints(1, 2, 0));
    run().cancel();
    await settle();
    expect(run()).toMatchObject({ status: 'cancelled', error: null, shown: good });
    expect(run().colors).toEqual(ints(0, 1, 2));
    expect(session.stores.timeline.getState()).toMatchObject({ frames: good.frames, index: 2 });
    expect(run().framed).toEqual({ recipe: good.recipe, frames: good.frames });
  });

  test('a worker that was lost is said to be, in status and notice', async () => {
    await finish();
    session.stores.recipe.getState().setParam('n_clusters', 4);
    const error = new WorkerLost('The worker stopped (boom) and was replaced.');
    session.lose(error);
    last().reject(error);
    await settle();
    expect(run()).toMatchObject({ status: 'failed', notice: error.message, error: { field: '' } });
    run().retry();
    await finish();
    expect(run()).toMatchObject({ status: 'done', notice: null, error: null });
  });

  test('does not make a later run play that nobody asked to play', async () => {
    await finish();
    session.stores.timeline.getState().playNext();
    session.stores.recipe.getState().setParam('n_clusters', 500);
    last().reject(new RecipeError('params.n_clusters', 'too many'));
    await settle();
    session.stores.recipe.getState().setParam('n_clusters', 3);
    await finish();
    expect(session.stores.timeline.getState().playing).toBe(false);
  });
});

describe('a picture that throws', () => {
  const complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
  afterEach(() => complaint.mockClear());
  const broken = () => {
    throw new Error('no canvas.');
  };
  const notice = 'The picture could not be shown: no canvas. The run is not affected.';

  const hearings = {
    timeline: () => session.stores.timeline.subscribe((now, before) => now.frames !== before.frames && broken()),
    run: () => session.stores.run.subscribe((now, before) => now.shown !== before.shown && broken()),
  };
  test.each(['timeline', 'run'] as const)('does not make a run fail: heard of by the %s', async (name) => {
    const stopHearing = hearings[name]();
    const result = await finish();
    expect(run()).toMatchObject({ status: 'done', error: null, shown: result, notice });
    expect(complaint).toHaveBeenCalledWith(new Error('no canvas.'));
    // What comes after it comes all the same, and the next run shows its picture.
    expect(session.client.scorings.at(-1)!.outcome).toBe(result);
    stopHearing();
    session.stores.recipe.getState().setParam('n_clusters', 4);
    const next = await finish(ints(0, 1, 2, 3, 3, 3));
    expect(run()).toMatchObject({ status: 'done', error: null, notice: null, shown: next });
    expect(session.stores.timeline.getState().frames).toBe(next.frames);
  });

  test('at a frame does not end the run, and a run that fails says what it says itself', async () => {
    await finish();
    session.stores.recipe.getState().setParam('n_clusters', 4);
    const stopHearing = session.stores.timeline.subscribe(broken);
    await last().options.onFrame!(frame(0));
    expect(run()).toMatchObject({ status: 'running', error: null, notice });
    last().reject(new RecipeError('params.n_clusters', 'too many'));
    await settle();
    expect(run()).toMatchObject({ status: 'failed', error: { field: 'params.n_clusters', problem: 'too many' } });
    stopHearing();
  });

  test('at the scores neither', async () => {
    await finish();
    const stopHearing = session.stores.run.subscribe((now, before) => now.scores !== before.scores && broken());
    session.client.scorings[0]!.resolve(scores(0.5));
    await settle();
    expect(run()).toMatchObject({ status: 'done', notice, scores: { metrics: { silhouette_score: 0.5 } } });
    stopHearing();
  });
});
