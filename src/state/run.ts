import { create } from 'zustand';
import type { Recipe } from '../engine/recipe.ts';
import type { Frame, Matrix, Members } from '../engine/types.ts';
import type { Loaded, Outcome, Projected, Scores } from '../worker/api.ts';
import { afterPaint } from './after-paint.ts';
import type { Held } from './gate.ts';

/** 'held': it would take so long, or so much memory, that somebody has to say so first. */
export type RunStatus = 'loading' | 'running' | 'done' | 'failed' | 'cancelled' | 'held';

export interface RunState {
  /** What is asked for, with the seed that its dataset got; null before the first run has begun. */
  readonly asked: Recipe | null;
  /** Of the run that is asked for: the picture may still be of the one before. */
  readonly status: RunStatus;
  /** Why the recipe that is asked for cannot run; the last good picture stays. */
  readonly error: { readonly field: string; readonly problem: string } | null;
  /** What the recipe that is asked for would take, while it waits for `runAnyway` or for a smaller recipe. */
  readonly held: Held | null;
  /** Something people should know that no recipe caused: a worker had to be replaced. It goes when the next run has come to its end. */
  readonly notice: string | null;
  /** Bytes that have come of the data on its way, and how many there are; null while none are awaited. */
  readonly progress: { readonly loaded: number; readonly total: number } | null;
  /** The data of the picture: `shown`, `projected` and the timeline's frames belong to it. */
  readonly data: Loaded | null;
  /** The first two principal axes of `data`; null until somebody looks at them. */
  readonly projected: Projected | null;
  /** The last run that ended; null while points of new data are shown that no run has finished with. */
  readonly shown: Outcome | null;
  /** Of `shown`; null until they are there. */
  readonly scores: Scores | null;
  /** Of the run shown before, on the same rows: how the scores moved. */
  readonly previousScores: Scores | null;
  /** Cluster label → palette slot, matched from run to run. */
  readonly colors: Int32Array;
  /** The frames of the timeline and the recipe that they are of, that of a run under way too; null while there are none. */
  readonly framed: { readonly recipe: Recipe; readonly frames: readonly Frame[] } | null;
  /** Ends the run that is under way; the picture stays. */
  cancel(): void;
  /** Starts what is held. */
  runAnyway(): void;
  /** Runs once more what is asked for: after a file that did not come. */
  retry(): void;
  /** Rows of `data` from the most typical to the least, by distance from `center` (null: from their own mean). */
  members(rows: Int32Array, center: Float64Array | null): Promise<Members>;
  /** The means of `count` clusters of `data`. */
  means(labels: Int32Array, count: number): Promise<Matrix>;
}

const noSession = () => Promise.reject(new Error('There is no session.'));

export const createRunStore = () =>
  create<RunState>()(() => ({
    asked: null,
    status: 'loading',
    error: null,
    held: null,
    notice: null,
    progress: null,
    data: null,
    projected: null,
    shown: null,
    scores: null,
    previousScores: null,
    colors: new Int32Array(0),
    framed: null,
    cancel: () => {},
    runAnyway: () => {},
    retry: () => {},
    members: () => noSession(),
    means: () => noSession(),
  }));

/** Written by the session alone. */
export const useRun = afterPaint(createRunStore());
