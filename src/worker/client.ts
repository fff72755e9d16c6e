import { proxy } from 'comlink';
import { revived } from '../engine/pixels.ts';
import type { LinearId } from '../engine/projections/specs.ts';
import type { Recipe } from '../engine/recipe.ts';
import type { Frame, Matrix, Members } from '../engine/types.ts';
import type { Loaded, OnFrame, OnProgress, Outcome, Projected, Scores } from './api.ts';
import type { WorkerLost } from './errors.ts';
import { Lane } from './lane.ts';
import { widened } from './narrow.ts';
import { Pool } from './pool.ts';
import { spawnWorker } from './spawn.ts';
import { MAX_FRAMES } from './thinned.ts';

export interface RunOptions {
  /** Asks for the data as well: it comes before the first frame. */
  onData?: (data: Loaded) => void;
  /** Is told of bytes that come from afar before the data is there. */
  onProgress?: OnProgress;
  /** Gets frames of a fit that takes long; the next one is sent when it returns, or when its promise resolves. */
  onFrame?: OnFrame;
  /** How many frames its timeline may have; fewer cost less to make and to bring here. */
  maxFrames?: number;
  signal?: AbortSignal;
}

/** What the page has of the engine. */
export interface Client {
  /**
   * Runs a recipe; the newest wins.
   * @throws RecipeError; Superseded when a newer run took its place; WorkerLost; the signal's reason when it aborts
   */
  run(recipe: Recipe, options?: RunOptions): Promise<Outcome>;
  /** The data alone, of a recipe that is not to run yet; takes the place of a run as a newer run would. */
  load(recipe: Recipe, options: { signal: AbortSignal; onProgress?: OnProgress }): Promise<Loaded>;
  /** The first two principal axes of the data that a recipe clusters. */
  project(recipe: Recipe, id: LinearId): Promise<Projected>;
  /** The scores of a run, in a worker of their own, so that a slider never waits for them. */
  score(outcome: Outcome, options: { signal: AbortSignal }): Promise<Scores>;
  /** Rows of a recipe's data, the nearest to `center` first (null: to their own mean), with their mean and spread. */
  members(recipe: Recipe, rows: Int32Array, center: Float64Array | null): Promise<Members>;
  /** The means of `count` clusters of a recipe's data. */
  means(recipe: Recipe, labels: Int32Array, count: number): Promise<Matrix>;
  dispose(): void;
}

export interface ClientOptions {
  /** Tests give it workers of their own, and times that a busy machine keeps as well: see `Host` and `Lane`. */
  spawn?: () => Worker;
  patience?: number;
  grace?: number;
  /** A worker of the stage was lost; another one has taken its place. */
  onReplaced?: (error: WorkerLost) => void;
}

/** Data as it was before it became a message. */
export const unpacked = (data: Loaded): Loaded => ({
  ...data,
  X: revived(data.X),
  table: { ...data.table, X: revived(data.table.X) },
});

/** A run as it was before it became a message. */
export const read = (outcome: Outcome): Outcome => ({ ...outcome, frames: outcome.frames.map(widened) });

const relayed = (onProgress: OnProgress | undefined, ended: AbortSignal) =>
  onProgress ? proxy((loaded: number, total: number) => ended.aborted || onProgress(loaded, total)) : null;

export function createClient({
  spawn = spawnWorker,
  patience,
  grace,
  onReplaced = () => {},
}: ClientOptions = {}): Client {
  const stage = new Pool(spawn, 1, onReplaced, patience);
  // A score that does not answer when a newer run makes it pointless is nothing to tell people about.
  const scores = new Pool(spawn, 1, () => {}, patience);
  const lane = new Lane(stage, grace);
  return {
    run: (recipe, { onData, onProgress, onFrame, maxFrames = MAX_FRAMES, signal } = {}) =>
      lane.run(async (host, runId, ended) => {
        if (onData) {
          const told = relayed(onProgress, ended);
          const data = await host.call((api) => api.load(runId, recipe, told, true));
          ended.throwIfAborted();
          onData(unpacked(data));
        }
        const relay = onFrame && proxy((frame: Frame) => (ended.aborted ? undefined : onFrame(widened(frame))));
        return read(await host.call((api) => api.run(runId, recipe, relay ?? null, maxFrames)));
      }, signal),
    load: (recipe, { signal, onProgress }) =>
      lane.run(async (host, runId, ended) => {
        const told = relayed(onProgress, ended);
        return unpacked(await host.call((api) => api.load(runId, recipe, told, true)));
      }, signal),
    project: (recipe, id) => stage.any().call((api) => api.project(recipe, id)),
    score: ({ recipe, labels }, { signal }) =>
      scores.run((host, runId) => host.call((api) => api.score(runId, recipe, labels)), signal),
    members: (recipe, rows, center) => stage.any().call((api) => api.members(recipe, rows, center)),
    means: (recipe, labels, count) => stage.any().call((api) => api.means(recipe, labels, count)),
    dispose() {
      stage.dispose();
      scores.dispose();
    },
  };
}
