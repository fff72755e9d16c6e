import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { algorithmSpec } from '../engine/algorithms/specs.ts';
import { METRIC_NAMES } from '../engine/metrics/specs.ts';
import type { Recipe } from '../engine/recipe.ts';
import { type Frame, type Metrics, type Params, RecipeError } from '../engine/types.ts';
import type { Loaded, Outcome, Projected, Scores } from '../worker/api.ts';
import type { Client, RunOptions } from '../worker/client.ts';
import { dataKey } from '../worker/data-key.ts';
import { WorkerLost } from '../worker/errors.ts';
import { Gate } from './gate.ts';
import { createRecipeStore, firstRecipe } from './recipe.ts';
import { createRunStore } from './run.ts';
import { DRAG_FRAMES, startSession } from './session.ts';
import { createTimelineStore } from './timeline.ts';
import { createViewStore } from './view.ts';

const ROWS = 6;
const ints = (...values: number[]) => Int32Array.from(values);
/** Until every promise that can settle has. */
async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}

const frame = (step: number, labels: Int32Array = ints(0, 0, 1, 1, 2, 2)): Frame => ({
  step,
  phase: 'assign',
  labels,
  changed: ints(),
  centers: { data: new Float64Array(6), rows: 3, cols: 2 },
  score: 1,
  extra: {},
});

function loaded(recipe: Recipe): Loaded {
  const X = { data: new Float64Array(ROWS * 4), rows: ROWS, cols: 4 };
  const columns = (recipe.features as number[] | undefined) ?? [0, 1, 2, 3];
  const table = { X, featureNames: ['a', 'b', 'c', 'd'], y: ints(0, 0, 1, 1, 2, 2), classNames: [], target: null };
  return { key: dataKey(recipe), table, columns, X, offset: new Float64Array(4), scale: new Float64Array(4) };
}

const outcome = (recipe: Recipe, labels: Int32Array = ints(0, 0, 1, 1, 2, 2)): Outcome => ({
  recipe,
  dataKey: dataKey(recipe),
  labels,
  attributes: {},
  warnings: [],
  nClusters: 3,
  nNoise: 0,
  seconds: 0,
  frames: [frame(0), frame(1), frame(2, labels)],
});

const scores = (value: number): Scores => ({
  metrics: Object.fromEntries(METRIC_NAMES.map((name) => [name, value])) as Metrics,
  silhouettes: null,
  contingency: null,
  silhouetteSampleSize: null,
});

interface Call<T> {
  readonly recipe: Recipe;
  readonly options: RunOptions;
  resolve(value: T): void;
  reject(error: unknown): void;
}

/** A client whose answers the test gives. */
class FakeClient implements Client {
  readonly runs: Call<Outcome>[] = [];
  readonly scorings: (Call<Scores> & { outcome: Outcome })[] = [];
  readonly projections: Call<Projected>[] = [];
  readonly loads: Call<Loaded>[] = [];
  disposed = false;

  load(recipe: Recipe, options: { signal: AbortSignal }): Promise<Loaded> {
    return new Promise((resolve, reject) => {
      options.signal.addEventListener('abort', () => reject(options.signal.reason));
      this.loads.push({ recipe, options, resolve, reject });
    });
  }
  run(recipe: Recipe, options: RunOptions = {}): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      options.signal?.addEventListener('abort', () => reject(options.signal?.reason));
      this.runs.push({ recipe, options, resolve, reject });
    });
  }
  members = () => Promise.reject(new Error('not asked for'));
  means = () => Promise.reject(new Error('not asked for'));
  project(recipe: Recipe): Promise<Projected> {
    return new Promise((resolve, reject) => this.projections.push({ recipe, options: {}, resolve, reject }));
  }
  score(of: Outcome, options: { signal: AbortSignal }): Promise<Scores> {
    return new Promise((resolve, reject) => {
      options.signal.addEventListener('abort', () => reject(options.signal.reason));
      this.scorings.push({ outcome: of, recipe: of.recipe, options, resolve, reject });
    });
  }
  dispose(): void {
    this.disposed = true;
  }
}

let client: FakeClient;
let stores: ReturnType<typeof open>;
let lose: (error: WorkerLost) => void;
let stop: () => void;
/** What would take 40 seconds. */
let dear: (params: Params) => boolean;

function open() {
  return {
    recipe: createRecipeStore(firstRecipe),
    run: createRunStore(),
    timeline: createTimelineStore({ request: () => 1, cancel: () => {} }),
    view: createViewStore(),
  };
}

beforeEach(() => {
  client = new FakeClient();
  stores = open();
  dear = () => false;
  const specOf = (id: string) => ({
    params: algorithmSpec(id)!.params,
    cost: (_n: number, _d: number, params: Params) => ({ seconds: dear(params) ? 40 : 0, bytes: 0 }),
  });
  stop = startSession({
    stores,
    gate: new Gate(specOf),
    connect: (onReplaced) => {
      lose = onReplaced;
      return client;
    },
    nextPaint: async () => {},
    words: async () => {},
  });
});

const run = () => stores.run.getState();
const last = () => client.runs.at(-1)!;

/** Lets the newest run bring its data (if it asked) and end. */
async function finish(labels?: Int32Array, call = last()): Promise<Outcome> {
  call.options.onData?.(loaded(call.recipe));
  const result = outcome(call.recipe, labels);
  call.resolve(result);
  await settle();
  return result;
}

describe('a run', () => {
  test('loads, runs, shows the result, then the scores', async () => {
    expect(run()).toMatchObject({ status: 'loading', data: null, shown: null });
    last().options.onData!(loaded(last().recipe));
    expect(run()).toMatchObject({ status: 'running', shown: null });
    expect(run().data?.columns).toEqual([2, 3]);
    expect(stores.view.getState().projection).toEqual([2, 3]);
    const result = outcome(last().recipe);
    last().resolve(result);
    await settle();
    expect(run()).toMatchObject({ status: 'done', shown: result, scores: null, previousScores: null });
    expect(run().colors).toEqual(ints(0, 1, 2));
    expect(stores.timeline.getState()).toMatchObject({ frames: result.frames, index: 2 });
    expect(run().framed).toEqual({ recipe: result.recipe, frames: stores.timeline.getState().frames });
    client.scorings[0]!.resolve(scores(0.5));
    await settle();
    expect(run().scores?.metrics.silhouette_score).toBe(0.5);
  });

  test('says how much of the data has come, until it is there; not what an older run hears', async () => {
    const older = last();
    older.options.onProgress!(1, 14);
    expect(run().progress).toEqual({ loaded: 1, total: 14 });
    stores.recipe.getState().setFeatures([0, 1]);
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
    expect(client.runs).toHaveLength(2);
    expect(run()).toMatchObject({ status: 'loading', error: null });
    await finish();
    expect(run().status).toBe('done');
  });

  test('on the same data does not ask for it again, and says how the scores moved', async () => {
    await finish();
    client.scorings[0]!.resolve(scores(0.5));
    await settle();
    stores.recipe.getState().setParam('n_clusters', 4, 'drag');
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
    client.scorings[0]!.resolve(scores(0.5));
    await settle();
    for (const gesture of ['drag', 'commit'] as const) {
      stores.recipe.getState().setParam('n_clusters', 4, gesture);
      await finish(ints(1, 1, 0, 0, 2, 3));
      client.scorings.at(-1)!.resolve(scores(0.7));
      await settle();
    }
    expect(run().scores?.metrics.silhouette_score).toBe(0.7);
    expect(run().previousScores?.metrics.silhouette_score).toBe(0.5);
  });

  test('other rows begin with colours, scores and selection of their own', async () => {
    await finish(ints(2, 2, 1, 1, 0, 0));
    client.scorings[0]!.resolve(scores(0.5));
    await settle();
    stores.view.getState().select([1]);
    stores.recipe.getState().setDataset('wine');
    expect(run()).toMatchObject({ status: 'loading' });
    await finish(ints(1, 1, 0, 0, 2, 2));
    expect(run().colors).toEqual(ints(0, 1, 2));
    expect(run().previousScores).toBeNull();
    expect(stores.view.getState().selection).toBeNull();
  });

  test('keeps the old picture whole until the new one is there', async () => {
    const first = await finish();
    stores.recipe.getState().setDataset('wine');
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

describe('while a slider is dragged', () => {
  test('a run that is passed by is shown but not scored; the status is that of the newest', async () => {
    await finish();
    client.scorings[0]!.resolve(scores(1));
    stores.timeline.getState().playNext();
    stores.recipe.getState().setParam('n_clusters', 4, 'drag');
    const passed = last();
    stores.recipe.getState().setParam('n_clusters', 5, 'drag');
    await finish(undefined, passed);
    expect(run()).toMatchObject({ status: 'running' });
    expect(stores.timeline.getState()).toMatchObject({ playing: false, armed: true });
    expect(run().shown?.recipe.params.n_clusters).toBe(4);
    expect(client.scorings).toHaveLength(1);
    await finish();
    expect(run()).toMatchObject({ status: 'done' });
    expect(stores.timeline.getState()).toMatchObject({ playing: true, armed: false });
    expect(client.scorings).toHaveLength(2);
  });

  test('few frames are made; all of them when the hand lets go', async () => {
    await finish();
    stores.recipe.getState().setParam('n_clusters', 4, 'drag');
    expect(last().options.maxFrames).toBe(DRAG_FRAMES);
    stores.recipe.getState().setParam('n_clusters', 4, 'commit');
    expect(last().options.maxFrames).toBeUndefined();
  });

  test('scores of an outcome that is not shown any more are given up', async () => {
    await finish();
    stores.recipe.getState().setParam('n_clusters', 4, 'drag');
    await finish();
    expect(client.scorings[0]!.options.signal?.aborted).toBe(true);
    client.scorings[0]!.resolve(scores(0.1));
    client.scorings[1]!.resolve(scores(0.2));
    await settle();
    expect(run().scores?.metrics.silhouette_score).toBe(0.2);
  });

  test('a run that was passed by is scored after all when the newest fails', async () => {
    await finish();
    stores.recipe.getState().setParam('n_clusters', 4, 'drag');
    const passed = last();
    stores.recipe.getState().setParam('n_clusters', 500, 'drag');
    const shown = await finish(undefined, passed);
    last().reject(new RecipeError('params.n_clusters', 'too many'));
    await settle();
    expect(client.scorings.at(-1)?.outcome).toBe(shown);
  });
});

describe('a run that comes to nothing', () => {
  test('names the field and leaves the last good picture', async () => {
    const good = await finish();
    stores.recipe.getState().setParam('n_clusters', 500);
    last().reject(new RecipeError('params.n_clusters', 'must be at most 150'));
    await settle();
    expect(run()).toMatchObject({
      status: 'failed',
      error: { field: 'params.n_clusters', problem: 'must be at most 150' },
      shown: good,
    });
    expect(stores.recipe.getState().recipe.params.n_clusters).toBe(500);
    expect(stores.timeline.getState().frames).toBe(good.frames);
    stores.recipe.getState().setParam('n_clusters', 3);
    expect(run()).toMatchObject({ status: 'running', error: null });
  });

  test('cancel ends it, and the frames that were followed give way to the last good ones', async () => {
    const good = await finish();
    stores.recipe.getState().setParam('n_clusters', 4);
    await last().options.onFrame!(frame(0, ints(2, 2, 0, 0, 1, 1)));
    expect(stores.timeline.getState().frames).toHaveLength(1);
    // The frames are of the run that is under way, though the result that is shown is not.
    expect(run().framed!.frames).toBe(stores.timeline.getState().frames);
    expect(run().framed!.recipe.params.n_clusters).toBe(4);
    expect(run().colors).toEqual(ints(1, 2, 0));
    run().cancel();
    await settle();
    expect(run()).toMatchObject({ status: 'cancelled', error: null, shown: good });
    expect(run().colors).toEqual(ints(0, 1, 2));
    expect(stores.timeline.getState()).toMatchObject({ frames: good.frames, index: 2 });
    expect(run().framed).toEqual({ recipe: good.recipe, frames: good.frames });
  });

  test('a worker that was lost is said to be, in status and notice', async () => {
    await finish();
    stores.recipe.getState().setParam('n_clusters', 4);
    const error = new WorkerLost('The worker stopped (boom) and was replaced.');
    lose(error);
    last().reject(error);
    await settle();
    expect(run()).toMatchObject({ status: 'failed', notice: error.message, error: { field: '' } });
    run().dismissNotice();
    expect(run().notice).toBeNull();
  });

  test('does not make a later run play that nobody asked to play', async () => {
    await finish();
    stores.timeline.getState().playNext();
    stores.recipe.getState().setParam('n_clusters', 500);
    last().reject(new RecipeError('params.n_clusters', 'too many'));
    await settle();
    stores.recipe.getState().setParam('n_clusters', 3);
    await finish();
    expect(stores.timeline.getState().playing).toBe(false);
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
    timeline: () => stores.timeline.subscribe((now, before) => now.frames !== before.frames && broken()),
    run: () => stores.run.subscribe((now, before) => now.shown !== before.shown && broken()),
  };
  test.each(['timeline', 'run'] as const)('does not make a run fail: heard of by the %s', async (name) => {
    const stopHearing = hearings[name]();
    const result = await finish();
    expect(run()).toMatchObject({ status: 'done', error: null, shown: result, notice });
    expect(complaint).toHaveBeenCalledWith(new Error('no canvas.'));
    // What comes after it comes all the same, and the next run shows its picture.
    expect(client.scorings.at(-1)!.outcome).toBe(result);
    stopHearing();
    stores.recipe.getState().setParam('n_clusters', 4);
    const next = await finish(ints(0, 1, 2, 3, 3, 3));
    expect(run()).toMatchObject({ status: 'done', error: null, notice: null, shown: next });
    expect(stores.timeline.getState().frames).toBe(next.frames);
  });

  test('at a frame does not end the run, and a run that fails says what it says itself', async () => {
    await finish();
    stores.recipe.getState().setParam('n_clusters', 4);
    const stopHearing = stores.timeline.subscribe(broken);
    await last().options.onFrame!(frame(0));
    expect(run()).toMatchObject({ status: 'running', error: null, notice });
    last().reject(new RecipeError('params.n_clusters', 'too many'));
    await settle();
    expect(run()).toMatchObject({ status: 'failed', error: { field: 'params.n_clusters', problem: 'too many' } });
    stopHearing();
  });

  test('at the scores neither', async () => {
    await finish();
    const stopHearing = stores.run.subscribe((now, before) => now.scores !== before.scores && broken());
    client.scorings[0]!.resolve(scores(0.5));
    await settle();
    expect(run()).toMatchObject({ status: 'done', notice, scores: { metrics: { silhouette_score: 0.5 } } });
    stopHearing();
  });
});

describe('a run that would take long', () => {
  beforeEach(() => {
    dear = ({ n_clusters }) => Number(n_clusters) > 100;
  });

  test('waits for a word, over the last good picture', async () => {
    const good = await finish();
    stores.recipe.getState().setParam('n_clusters', 120);
    expect(client.runs).toHaveLength(1);
    expect(client.loads).toHaveLength(0);
    expect(run()).toMatchObject({ status: 'held', error: null, shown: good });
    expect(run().held).toMatchObject({ rows: 150, cost: { seconds: 40 } });
    run().runAnyway();
    expect(run()).toMatchObject({ status: 'running', held: null });
    expect(last().recipe.params.n_clusters).toBe(120);
    await finish();
    stores.recipe.getState().setParam('n_clusters', 130);
    expect(run().status).toBe('running');
  });

  test('takes the place of the one that is under way; a smaller one starts at once', async () => {
    const good = await finish();
    stores.recipe.getState().setParam('n_clusters', 4);
    await last().options.onFrame!(frame(0, ints(2, 2, 0, 0, 1, 1)));
    stores.recipe.getState().setParam('n_clusters', 120);
    await settle();
    expect(last().options.signal?.aborted).toBe(true);
    expect(run().status).toBe('held');
    expect(stores.timeline.getState().frames).toBe(good.frames);
    stores.recipe.getState().setParam('n_clusters', 5);
    expect(run()).toMatchObject({ status: 'running', held: null });
    expect(last().recipe.params.n_clusters).toBe(5);
  });

  test('shows the points of new data meanwhile, and runs on them without loading them again', async () => {
    await finish();
    stores.recipe.getState().replace({ dataset: 'wine', algorithm: 'KMeans', params: { n_clusters: 120 } });
    expect(run().status).toBe('held');
    client.loads[0]!.resolve(loaded(client.loads[0]!.recipe));
    await settle();
    expect(run()).toMatchObject({ status: 'held', shown: null });
    expect(run().data?.key).toBe(dataKey(client.loads[0]!.recipe));
    run().runAnyway();
    expect(last().options.onData).toBeUndefined();
  });

  test('data that cannot be had is an error, not a question', async () => {
    await finish();
    stores.recipe.getState().replace({ dataset: 'wine', algorithm: 'KMeans', params: { n_clusters: 120 } });
    client.loads[0]!.reject(new RecipeError('features[0]', 'unknown'));
    await settle();
    expect(run()).toMatchObject({ status: 'failed', held: null, error: { field: 'features[0]' } });
  });
});

describe('frames of a run under way', () => {
  test('are followed on new points, before any result', async () => {
    await finish();
    stores.recipe.getState().setDataset('wine');
    last().options.onData!(loaded(last().recipe));
    await last().options.onFrame!(frame(0));
    expect(run()).toMatchObject({ shown: null, scores: null });
    expect(run().data?.key).toBe(dataKey(last().recipe));
    await last().options.onFrame!(frame(1));
    expect(stores.timeline.getState()).toMatchObject({ index: 1 });
  });
});

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
    expect(client.projections).toHaveLength(0);
  });

  test('come when the view turns to them, once', async () => {
    await finish();
    stores.view.getState().setProjection('pca');
    client.projections[0]!.resolve(projected(client.projections[0]!.recipe));
    await settle();
    expect(run().projected?.explained).toEqual([0.9, 0.1]);
    stores.view.getState().setProjection([0, 1]);
    stores.view.getState().setProjection('pca');
    expect(client.projections).toHaveLength(1);
  });

  test('are asked for before a fit on data that will be seen along them, and come with the picture', async () => {
    await finish();
    stores.recipe.getState().setFeatures(undefined);
    last().options.onData!(loaded(last().recipe));
    const axes = projected(last().recipe);
    client.projections[0]!.resolve(axes);
    await settle();
    expect(run().projected).toBeNull();
    await finish();
    expect(run().projected).toBe(axes);
    stores.recipe.getState().setFeatures([0, 1]);
    await finish();
    expect(run().projected).toBeNull();
  });

  test('are asked for again after the worker that owed them was lost', async () => {
    await finish();
    stores.view.getState().setProjection('pca');
    client.projections[0]!.reject(new WorkerLost('gone'));
    await settle();
    stores.recipe.getState().setParam('n_clusters', 4);
    await finish();
    expect(client.projections).toHaveLength(2);
  });
});

test('a generator without a seed keeps the points it has drawn', async () => {
  stores.recipe.getState().replace({ dataset: { make: 'make_moons' }, algorithm: 'KMeans', params: { n_clusters: 2 } });
  await finish();
  stores.recipe.getState().setParam('n_clusters', 3);
  expect(last().options.onData).toBeUndefined();
  expect(last().recipe.dataset).toEqual(run().shown?.recipe.dataset);
  expect(last().recipe.dataset).toHaveProperty('random_state', expect.any(Number));
});

test('what ends the session ends its workers and hears nothing more', async () => {
  stop();
  stores.recipe.getState().setParam('n_clusters', 4);
  expect(client.disposed).toBe(true);
  expect(client.runs).toHaveLength(1);
});
