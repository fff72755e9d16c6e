import { createStore, type StoreApi } from 'zustand';
import { algorithmSpec } from '../../engine/algorithms/specs.ts';
import type { Recipe } from '../../engine/recipe.ts';
import { withoutDefaults } from '../../engine/spec/defaults.ts';
import { RecipeError } from '../../engine/types.ts';
import type { Scored } from '../../worker/api.ts';
import { dataKey } from '../../worker/data-key.ts';
import type { Many } from '../../worker/many.ts';
import { Gate, type Held } from '../gate.ts';

/** What has come of one recipe so far. */
export type Result =
  | { readonly status: 'running' }
  | { readonly status: 'held'; readonly held: Held }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly field: string; readonly problem: string }
  | ({ readonly status: 'done' } & Scored);

export interface Job {
  readonly recipe: Recipe;
  /** How many frames its timeline may have; 0: none. */
  readonly maxFrames: number;
}

/** A recipe is never changed: what has been spelled once stays. */
const spelled = new WeakMap<Recipe, string>();

/** Equal for recipes that give the same result. */
export function recipeKey(recipe: Recipe): string {
  const known = spelled.get(recipe);
  if (known !== undefined) return known;
  const specs = algorithmSpec(recipe.algorithm)?.params ?? {};
  const key = JSON.stringify([dataKey(recipe), recipe.algorithm, withoutDefaults(specs, recipe.params)]);
  spelled.set(recipe, key);
  return key;
}

/** So many results stay that nobody wants at the moment: whoever comes back to them finds them. */
const KEPT = 48;

/** Many runs at once, of which those that are not wanted any more end, and those that have ended are not run again. */
export interface Batch extends StoreApi<{ readonly results: ReadonlyMap<string, Result> }> {
  /** Runs these, in this order, and nothing else: what is under way and not among them ends. */
  want(jobs: readonly Job[]): void;
  /** Starts one that was held, cancelled or that failed. */
  start(job: Job): void;
  /** Ends what is under way; it counts as cancelled until it is started. What has ended stays. */
  cancel(): void;
  /** Ends what is under way; whoever wants it again gets it. */
  leave(): void;
}

export function createBatch(run: Many['run'], gate: Pick<Gate, 'hold'> = new Gate()): Batch {
  const store = createStore<{ results: ReadonlyMap<string, Result> }>()(() => ({ results: new Map() }));
  const underWay = new Map<string, AbortController>();
  let wanted: ReadonlySet<string> = new Set();

  const put = (changes: readonly (readonly [string, Result | null])[]) => {
    if (changes.length === 0) return;
    const results = new Map(store.getState().results);
    for (const [key, result] of changes) {
      // Set anew, so that the order of the map is that in which they came.
      results.delete(key);
      if (result) results.set(key, result);
    }
    const idle = [...results.keys()].filter((key) => !wanted.has(key));
    for (const key of idle.slice(0, Math.max(0, idle.length - KEPT))) results.delete(key);
    store.setState({ results });
  };

  const launch = (key: string, { recipe, maxFrames }: Job) => {
    const controller = new AbortController();
    underWay.set(key, controller);
    run(recipe, { signal: controller.signal, maxFrames })
      .then((scored): Result => ({ status: 'done', ...scored }), failure)
      .then((result) => {
        if (underWay.get(key) !== controller) return;
        underWay.delete(key);
        put([[key, result]]);
      });
  };

  const end = (keys: readonly string[], result: Result | null) => {
    for (const key of keys) {
      const controller = underWay.get(key);
      underWay.delete(key);
      controller?.abort(new Error('not wanted any more'));
    }
    put(keys.map((key) => [key, result] as const));
  };

  return Object.assign(store, {
    want(jobs: readonly Job[]) {
      const byKey = new Map(jobs.map((job) => [recipeKey(job.recipe), job]));
      wanted = new Set(byKey.keys());
      end(
        [...underWay.keys()].filter((key) => !wanted.has(key)),
        null,
      );
      const { results } = store.getState();
      const fresh = [...byKey].filter(([key]) => !results.has(key));
      put(
        fresh.map(([key, { recipe }]) => {
          const held = gate.hold(recipe);
          return [key, held ? ({ status: 'held', held } as const) : ({ status: 'running' } as const)] as const;
        }),
      );
      for (const [key, job] of fresh) if (store.getState().results.get(key)?.status === 'running') launch(key, job);
    },
    start(job: Job) {
      const key = recipeKey(job.recipe);
      if (underWay.has(key)) return;
      put([[key, { status: 'running' }]]);
      launch(key, job);
    },
    cancel: () => end([...underWay.keys()], { status: 'cancelled' }),
    leave() {
      wanted = new Set();
      end([...underWay.keys()], null);
    },
  });
}

function failure(error: unknown): Result {
  if (error instanceof RecipeError) return { status: 'failed', field: error.field, problem: error.problem };
  const message = error instanceof Error ? error.message : String(error);
  return { status: 'failed', field: '', problem: message.replace(/\.$/, '') };
}
