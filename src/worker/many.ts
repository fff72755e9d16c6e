import type { Recipe } from '../engine/recipe.ts';
import type { Scored } from './api.ts';
import { Pool } from './pool.ts';
import { spawnWorker } from './spawn.ts';

export interface ManyOptions {
  /** Tests give it workers of their own. */
  spawn?: () => Worker;
  /** How many at once. */
  size?: number;
}

/** Runs beside the one on the stage: a worker a core, in the order they were asked for. */
export interface Many {
  /**
   * A run with its scores. An abort takes it out of the queue, or ends it.
   * @param options.maxFrames how many frames its timeline may have; 0, the default: none
   * @throws RecipeError; WorkerLost; the signal's reason
   */
  run(recipe: Recipe, options: { signal: AbortSignal; maxFrames?: number }): Promise<Scored>;
  dispose(): void;
}

export function createMany({ spawn = spawnWorker, size = navigator.hardwareConcurrency || 2 }: ManyOptions = {}): Many {
  // A worker that does not answer a cancel is nobody's loss: what it did was cancelled.
  const pool = new Pool(spawn, size, () => {});
  return {
    run: (recipe, { signal, maxFrames = 0 }) =>
      pool.run((host, runId) => host.call((api) => api.runScored(runId, recipe, maxFrames)), signal),
    dispose: () => pool.dispose(),
  };
}
