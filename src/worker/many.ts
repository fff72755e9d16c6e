import { proxy } from 'comlink';
import type { AnswerTo, Ask } from '../engine/explore/types.ts';
import type { LinearId } from '../engine/projections/specs.ts';
import type { Recipe } from '../engine/recipe.ts';
import type { Sweep } from '../engine/spec/sweep.ts';
import type { Frame, Metrics } from '../engine/types.ts';
import type { Agreement, Labels, Loaded, OnProgress, Projected, Scored } from './api.ts';
import { read, unpacked } from './client.ts';
import { Pool } from './pool.ts';
import { spawnWorker } from './spawn.ts';
import { type SpreadOptions, spread } from './spread.ts';

export interface ManyOptions {
  /** Tests give it workers of their own. */
  spawn?: () => Worker;
  /** How many at once. */
  size?: number;
}

/** Runs beside the one on the stage: a worker a core, in the order they were asked for. */
export interface Many {
  /** Starts workers, at most so many in all (default: all), that the first run finds awake. */
  warm(count?: number): void;
  /**
   * A run with its scores. An abort takes it out of the queue, or ends it.
   * @param options.maxFrames how many frames its timeline may have; 0, the default: none
   * @throws RecipeError; WorkerLost; the signal's reason
   */
  run(recipe: Recipe, options: { signal: AbortSignal; maxFrames?: number }): Promise<Scored>;
  /**
   * A run with its scores as one of a race. `onMark` gets its marks (see `runRaced`), the next when it returns or when its
   * promise resolves. Throws as `run` does.
   */
  race(recipe: Recipe, options: RaceOptions): Promise<Scored>;
  /** Runs tasks of a sweep over all workers, see `spread`. */
  sweep(sweep: Sweep, groups: readonly (readonly number[])[], options: SpreadOptions): Promise<void>;
  /** How far repeats of a run agree. Throws as `run` does. */
  agree(repeats: readonly Labels[], own: Labels, options: { signal: AbortSignal }): Promise<Agreement>;
  /** The sorted distances of a recipe's rows to their k-th neighbour. */
  kDistances(
    recipe: Recipe,
    metric: string,
    p: number,
    k: number,
    options: { signal: AbortSignal },
  ): Promise<Float64Array>;
  /** `estimate_bandwidth` of a recipe's rows for each quantile. */
  bandwidths(recipe: Recipe, quantiles: readonly number[], options: { signal: AbortSignal }): Promise<Float64Array>;
  /** The data that a recipe clusters, before all runs that wait: pictures of them need it. Throws as `run` does. */
  load(recipe: Recipe, options: { signal: AbortSignal }): Promise<Loaded>;
  /** The first two principal axes of the data that a recipe clusters, before all runs that wait. Throws as `run` does. */
  project(recipe: Recipe, id: LinearId, options: { signal: AbortSignal }): Promise<Projected>;
  /** How well two labelings of the same rows agree: the scores against a truth, with the first in its place. */
  scoreAgainst(labelsTrue: Int32Array, labels: Int32Array, options: { signal: AbortSignal }): Promise<Metrics>;
  /**
   * Answers a question about a recipe's data; its algorithm does not matter.
   * @throws RecipeError; WorkerLost; the signal's reason
   */
  explore<A extends Ask>(recipe: Recipe, ask: A, options: { signal: AbortSignal }): Promise<AnswerTo<A>>;
  dispose(): void;
}

export interface RaceOptions {
  readonly signal: AbortSignal;
  readonly onMark: (mark: Frame) => void | Promise<void>;
  /** Is told of the bytes of the data as they come. */
  readonly onProgress: OnProgress;
}

/** So many marks a race keeps of each run. */
const MARKS = 120;

export function createMany({ spawn = spawnWorker, size = navigator.hardwareConcurrency || 2 }: ManyOptions = {}): Many {
  // A worker that does not answer a cancel is nobody's loss: what it did was cancelled.
  const pool = new Pool(spawn, size, () => {});
  return {
    warm: (count = size) => pool.warm(count),
    run: (recipe, { signal, maxFrames = 0 }) =>
      pool.run(async (host, runId) => {
        const { outcome, scores } = await host.call((api) => api.runScored(runId, recipe, maxFrames));
        return { outcome: read(outcome), scores };
      }, signal),
    race: (recipe, { signal, onMark, onProgress }) =>
      pool.run((host, runId) => {
        const marked = proxy((mark: Frame) => (signal.aborted ? undefined : onMark(mark)));
        const told = proxy((loaded: number, total: number) => signal.aborted || onProgress(loaded, total));
        return host.call((api) => api.race(runId, recipe, marked, told, MARKS));
      }, signal),
    sweep: (sweep, groups, options) => spread(pool, size, sweep, groups, options),
    agree: (repeats, own, { signal }) =>
      pool.run((host, runId) => host.call((api) => api.agree(runId, repeats, own)), signal),
    kDistances: (recipe, metric, p, k, { signal }) =>
      pool.run((host, runId) => host.call((api) => api.kDistances(runId, recipe, metric, p, k)), signal),
    bandwidths: (recipe, quantiles, { signal }) =>
      pool.run((host, runId) => host.call((api) => api.bandwidths(runId, recipe, quantiles)), signal),
    load: (recipe, { signal }) =>
      pool.run(async (host, runId) => unpacked(await host.call((api) => api.load(runId, recipe))), signal, true),
    project: (recipe, id, { signal }) => pool.run((host) => host.call((api) => api.project(recipe, id)), signal, true),
    scoreAgainst: (labelsTrue, labels, { signal }) =>
      pool.run((host, runId) => host.call((api) => api.scoreAgainst(runId, labelsTrue, labels)), signal),
    explore: <A extends Ask>(recipe: Recipe, ask: A, { signal }: { signal: AbortSignal }) =>
      pool.run((host, runId) => host.call((api) => api.explore(runId, recipe, ask)) as Promise<AnswerTo<A>>, signal),
    dispose: () => pool.dispose(),
  };
}
