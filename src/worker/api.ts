import type { Recipe } from '../engine/recipe.ts';
import type { Fitted, Frame, Matrix, Metrics, Table } from '../engine/types.ts';

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

/** A linear projection of the clustered space: coords = (X - mean) · componentsᵀ. */
export interface Projected {
  readonly coords: Matrix;
  readonly mean: Float64Array;
  /** 2 × d */
  readonly components: Matrix;
  /** Share of the variance along each axis. */
  readonly explained: readonly number[];
}

/** A run that has ended: what was asked for, and what came of it. */
export interface Outcome extends Fitted {
  readonly recipe: Recipe;
  /** `Loaded.key` of the data it ran on. */
  readonly dataKey: string;
  readonly nClusters: number;
  readonly nNoise: number;
  readonly seconds: number;
  /** At most 300, thinned evenly, first and last always there. */
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

/** What the worker exposes through comlink. */
export interface WorkerApi {
  load(recipe: Recipe): Promise<Loaded>;
  project(recipe: Recipe): Promise<Projected>;
  /** `onFrame` is a comlink proxy; it resolves when the page has taken the frame. */
  run(runId: number, recipe: Recipe, onFrame: ((frame: Frame) => void) | null): Promise<Outcome>;
  score(recipe: Recipe, labels: Int32Array): Promise<Scores>;
  cancel(runId: number): void;
}
