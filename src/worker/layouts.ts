import { proxy } from 'comlink';
import type { Recipe } from '../engine/recipe.ts';
import type { Layout, LayoutAsk, OnLayout } from './api.ts';
import { Pool } from './pool.ts';
import { spawnWorker } from './spawn.ts';

export interface LayoutOptions {
  /** Gets how far it has come, and now and then the places so far. */
  readonly onLayout: OnLayout;
  readonly signal: AbortSignal;
}

/**
 * Lays out the data of a recipe, in a worker that lives as long as that takes: what it holds, another copy of the data, goes
 * with it. umap-js does not let messages in while it makes its graph; ending the worker ends that too.
 * @param spawn tests give it a worker of their own
 * @throws RecipeError; WorkerLost; the signal's reason when it aborts
 */
export async function layOut(
  recipe: Recipe,
  ask: LayoutAsk,
  { onLayout, signal }: LayoutOptions,
  spawn: () => Worker = spawnWorker,
): Promise<Layout> {
  const pool = new Pool(spawn, 1, () => {});
  const relay: OnLayout = (laidOut) => (signal.aborted ? undefined : onLayout(laidOut));
  try {
    return await pool.run((host, runId) => host.call((api) => api.layOut(runId, recipe, ask, proxy(relay))), signal);
  } finally {
    pool.dispose();
  }
}
