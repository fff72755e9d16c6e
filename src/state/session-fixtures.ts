import { beforeEach } from 'vitest';
import { algorithmSpec } from '../engine/algorithms/specs.ts';
import { METRIC_NAMES } from '../engine/metrics/specs.ts';
import type { Recipe } from '../engine/recipe.ts';
import type { Frame, Metrics, Params } from '../engine/types.ts';
import type { Loaded, Outcome, Projected, Scores } from '../worker/api.ts';
import type { Client, RunOptions } from '../worker/client.ts';
import { dataKey } from '../worker/data-key.ts';
import type { WorkerLost } from '../worker/errors.ts';
import { Gate } from './gate.ts';
import { createRecipeStore, firstRecipe } from './recipe.ts';
import { createRunStore, type RunState } from './run.ts';
import { startSession } from './session.ts';
import { createTimelineStore } from './timeline.ts';
import { createViewStore } from './view.ts';

export const ROWS = 6;
export const ints = (...values: number[]) => Int32Array.from(values);
/** Until every promise that can settle has. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}

export const frame = (step: number, labels: Int32Array = ints(0, 0, 1, 1, 2, 2)): Frame => ({
  step,
  phase: 'assign',
  labels,
  changed: ints(),
  centers: { data: new Float64Array(6), rows: 3, cols: 2 },
  score: 1,
  extra: {},
});

export function loaded(recipe: Recipe): Loaded {
  const X = { data: new Float64Array(ROWS * 4), rows: ROWS, cols: 4 };
  const columns = (recipe.features as number[] | undefined) ?? [0, 1, 2, 3];
  const table = { X, featureNames: ['a', 'b', 'c', 'd'], y: ints(0, 0, 1, 1, 2, 2), classNames: [], target: null };
  return { key: dataKey(recipe), table, columns, X, offset: new Float64Array(4), scale: new Float64Array(4) };
}

export const outcome = (recipe: Recipe, labels: Int32Array = ints(0, 0, 1, 1, 2, 2)): Outcome => ({
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

export const scores = (value: number): Scores => ({
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
export class FakeClient implements Client {
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

const openStores = () => ({
  recipe: createRecipeStore(firstRecipe),
  run: createRunStore(),
  timeline: createTimelineStore({ request: () => 1, cancel: () => {} }),
  view: createViewStore(),
});

/** A session for each test of a file, over stores of its own and a client whose answers the test gives. */
export function sessions() {
  const session = {
    client: new FakeClient(),
    stores: openStores(),
    /** What would take 40 seconds. */
    isDear: (_: Params) => false as boolean,
    lose: (_: WorkerLost) => {},
    stop: () => {},
    run: (): RunState => session.stores.run.getState(),
    /** The newest run. */
    last: (): Call<Outcome> => session.client.runs.at(-1)!,
    /** Lets the newest run bring its data (if it asked) and end. */
    async finish(labels?: Int32Array, call: Call<Outcome> = session.last()): Promise<Outcome> {
      call.options.onData?.(loaded(call.recipe));
      const result = outcome(call.recipe, labels);
      call.resolve(result);
      await settle();
      return result;
    },
  };
  beforeEach(() => {
    session.client = new FakeClient();
    session.stores = openStores();
    session.isDear = () => false;
    const specOf = (id: string) => ({
      params: algorithmSpec(id)!.params,
      cost: (_n: number, _d: number, params: Params) => ({ seconds: session.isDear(params) ? 40 : 0, bytes: 0 }),
    });
    session.stop = startSession({
      stores: session.stores,
      gate: new Gate(specOf),
      connect: (onReplaced) => {
        session.lose = onReplaced;
        return session.client;
      },
      nextPaint: async () => {},
      words: async () => {},
    });
  });
  return session;
}
