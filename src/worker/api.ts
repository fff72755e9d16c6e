import type { OnProgress } from '../engine/datasets/sources.ts';
import type { Answer, Ask } from '../engine/explore/types.ts';
import type { LinearId } from '../engine/projections/specs.ts';
import type { Recipe } from '../engine/recipe.ts';
import type { Agreement, Cell } from '../engine/spec/cell.ts';
import type { LaidOut, LayoutAsk, LayoutResult, LinearAxes } from '../engine/spec/projection.ts';
import type { Sweep } from '../engine/spec/sweep.ts';
import type { Fitted, Frame, Matrix, Members, Metrics, Table } from '../engine/types.ts';
import type { KeptFile } from './files/kept.ts';

/** The data part of a recipe, loaded: what the page draws before anything has been clustered. */
export interface Loaded {
  /** Identifies dataset, features, scaler and rows: equal keys, equal data. */
  readonly key: string;
  readonly table: Table;
  /** The columns of `table.X` that are clustered. */
  readonly columns: readonly number[];
  /** rows × columns.length, scaled: X[i][j] = (table.X[i][columns[j]] - offset[j]) / scale[j]. */
  readonly X: Matrix;
  readonly offset: Float64Array;
  readonly scale: Float64Array;
}

/** A linear projection of a recipe's data. */
export interface Projected extends LinearAxes {
  readonly id: LinearId;
  /** `Loaded.key` of the data that was projected. */
  readonly dataKey: string;
}

/** A projection in which only rows have a place: n places within ±1. */
export interface Layout extends LayoutResult {
  /** `Loaded.key` of the data that was laid out. */
  readonly dataKey: string;
  readonly ask: LayoutAsk;
}

export type { LayoutAsk };

/** Takes how far a layout has come; while it has not taken the last it is shown no places. */
export type OnLayout = (laidOut: LaidOut) => void | Promise<void>;

/** A run that has ended: what was asked for, and what came of it. */
export interface Outcome extends Fitted {
  readonly recipe: Recipe;
  /** `Loaded.key` of the data it ran on. */
  readonly dataKey: string;
  readonly nClusters: number;
  readonly nNoise: number;
  readonly seconds: number;
  /** At most 300, thinned evenly, first and last always there; none when nobody listened for frames. */
  readonly frames: readonly Frame[];
}

export interface Scores {
  readonly metrics: Metrics;
  /** One value a row, or null where the silhouette is not defined or was sampled. */
  readonly silhouettes: Float64Array | null;
  /** classes × clusters (clusters in ascending label order, noise first), or null without classes. */
  readonly contingency: Matrix | null;
  readonly silhouetteSampleSize: number | null;
}

/** A run with its scores. */
export interface Scored {
  readonly outcome: Outcome;
  readonly scores: Scores;
}

/** comlink keeps only the message of an Error that crosses; a failure crosses as data instead. */
export type Failure =
  | { readonly kind: 'recipe'; readonly field: string; readonly problem: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'internal'; readonly message: string; readonly stack: string };
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** Is told how many bytes of how many have come. */
export type { Agreement, Cell, Members, OnProgress };
export type Labels = Int16Array | Int32Array;

/** A run of a sweep that has ended: its place in `tasksOf`, and what came of it. */
export interface DoneCell {
  readonly at: number;
  readonly cell: Cell;
}

/** What a worker does for sweeps. */
export interface SweepApi {
  /** Runs tasks of a sweep in the order given, for so many milliseconds or a little more; returns those that were run. */
  sweep(runId: number, sweep: Sweep, at: readonly number[], milliseconds: number): Promise<Reply<DoneCell[]>>;
  /** The sums of the silhouettes of many labelings over one of `parts` shares of the rows, see `jointSilhouettes`. */
  silhouettes(
    runId: number,
    recipe: Recipe,
    labelings: readonly Labels[],
    part: number,
    parts: number,
  ): Promise<Reply<Float64Array>>;
  /** How far repeats of a run agree with each other, and with the run. */
  agree(runId: number, repeats: readonly Labels[], own: Labels): Promise<Reply<Agreement>>;
  /** The distances to the k-th neighbour, itself counted, ascending. */
  kDistances(runId: number, recipe: Recipe, metric: string, p: number, k: number): Promise<Reply<Float64Array>>;
  /** scikit-learn's `estimate_bandwidth` for each quantile. */
  bandwidths(runId: number, recipe: Recipe, quantiles: readonly number[]): Promise<Reply<Float64Array>>;
}

/** Takes a frame; the promise (or the return) says that the page has taken it and has time for another. */
export type OnFrame = (frame: Frame) => void | Promise<void>;

/** What the worker exposes through comlink. */
export interface WorkerApi extends SweepApi {
  /** Answers as soon as the worker is up. */
  ready(): Reply<null>;
  /** A file of the user's, for recipes that name it. */
  keep(file: KeptFile): Reply<null>;
  /**
   * `onProgress`: a comlink proxy, for data that comes from afar.
   * @param isToRun the recipe itself will run here next: what it needs besides may begin
   */
  load(runId: number, recipe: Recipe, onProgress?: OnProgress | null, isToRun?: boolean): Promise<Reply<Loaded>>;
  project(recipe: Recipe, id: LinearId): Promise<Reply<Projected>>;
  /** `onLayout`: a comlink proxy; it resolves when the page has taken what it got. */
  layOut(runId: number, recipe: Recipe, ask: LayoutAsk, onLayout: OnLayout): Promise<Reply<Layout>>;
  /**
   * `onFrame` is a comlink proxy; it resolves when the page has taken the frame. null: no frames, no timeline.
   * @param maxFrames how many frames the timeline may have
   */
  run(runId: number, recipe: Recipe, onFrame: OnFrame | null, maxFrames: number): Promise<Reply<Outcome>>;
  /** A run and its scores in one go, for runs of which there are many. `maxFrames` 0: no frames. */
  runScored(runId: number, recipe: Recipe, maxFrames: number): Promise<Reply<Scored>>;
  score(runId: number, recipe: Recipe, labels: Int32Array): Promise<Reply<Scores>>;
  /** How well two labelings of the same rows agree: the scores that need `y`, with `labelsTrue` in its place; the others null. */
  scoreAgainst(runId: number, labelsTrue: Int32Array, labels: Int32Array): Promise<Reply<Metrics>>;
  /**
   * A run and its scores as one of a race: its frames are marks, see `runRaced`. Both callbacks are comlink proxies.
   * @param maxFrames how many marks the outcome may have
   */
  race(
    runId: number,
    recipe: Recipe,
    onFrame: OnFrame,
    onProgress: OnProgress,
    maxFrames: number,
  ): Promise<Reply<Scored>>;
  /** Rows of the recipe's data from the most typical to the least: by distance from `center`, or from their own mean. */
  members(recipe: Recipe, rows: Int32Array, center: Float64Array | null): Promise<Reply<Members>>;
  /** The mean of each of `count` clusters of the recipe's data, count × d. */
  means(recipe: Recipe, labels: Int32Array, count: number): Promise<Reply<Matrix>>;
  /** Answers a question about a recipe's data; its algorithm does not matter. */
  explore(runId: number, recipe: Recipe, ask: Ask): Promise<Reply<Answer>>;
  /** What goes on under that id answers 'cancelled' at once, and ends. */
  cancel(runId: number): void;
}
