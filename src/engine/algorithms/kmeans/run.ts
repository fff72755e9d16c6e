import type { Pause, Step } from '../../fit.ts';
import { BLOCK_WORK } from '../../numeric/centers/points.ts';
import { pairwiseSum } from '../../numeric/sums.ts';
import type { Frame } from '../../types.ts';
import type { Problem } from './problem.ts';

/** What one run changes; allocated once for all of its steps. */
export interface Run {
  /** k × d: the centres that the last assignment went by, or that the last update made. */
  centers: Float64Array;
  /** k × d: where the next centres are gathered. */
  next: Float64Array;
  /** Rows in each cluster. */
  readonly sizes: Float64Array;
  /** How far each centre moved in the last update. */
  readonly shift: Float64Array;
  readonly labels: Int32Array;
  /** The labels of the iteration before; -1 at first. */
  readonly previous: Int32Array;
  iteration: number;
  /** Why the run ended: no label changed, the centres moved less than `tol` asks, or `max_iter`; null while it runs. */
  ending: 'labels' | 'tol' | 'max_iter' | null;
  /** Clusters that were empty and were given a far point in the last update. */
  relocated: Int32Array;
}

/** What ends a run that goes on changing. */
export interface Limits {
  readonly maxIterations: number;
  /** The squared shifts of the centres may sum to this. */
  readonly tolerance: number;
}

/** Before the first step. @param initial k × d; it is copied */
export function startRun({ n, d, k }: { n: number; d: number; k: number }, initial: Float64Array): Run {
  return {
    centers: initial.slice(),
    next: new Float64Array(k * d),
    sizes: new Float64Array(k),
    shift: new Float64Array(k),
    labels: new Int32Array(n).fill(-1),
    previous: new Int32Array(n).fill(-1),
    iteration: 0,
    ending: null,
    relocated: NONE,
  };
}

export const NONE = new Int32Array(0);

/** Somebody who may want a frame after a step; null when not. */
export interface Observer {
  assigned(run: Run, last: boolean): Frame | null;
  updated(run: Run, last: boolean): Frame | null;
}

/** A run to its end: yields after each block of rows, and after each step that is watched. */
export type Runner = (problem: Problem, run: Run, observer: Observer | null) => Generator<Step, void, void>;

export function sameLabels(a: Int32Array, b: Int32Array): boolean {
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== b[i]) return false;
  }
  return true;
}

/**
 * Assign and update in turn until no label changes, the centres hardly move, or `max_iter` is reached; in the latter two
 * cases the rows are assigned once more, so that labels and centres agree. `assign` sets the labels by `run.centers` and
 * gathers sums and sizes; `update` turns them into centres.
 */
export function* iterate(
  limits: Limits,
  run: Run,
  observer: Observer | null,
  assign: (last: boolean) => Generator<Pause, void, void>,
  update: () => void,
): Generator<Step, void, void> {
  let work = 0;
  while (run.ending === null) {
    run.iteration++;
    yield* assign(false);
    if (sameLabels(run.labels, run.previous)) run.ending = 'labels';
    work += run.labels.length * run.centers.length;
    if (observer) yield observer.assigned(run, run.ending !== null);
    else if (work >= BLOCK_WORK) {
      work = 0;
      yield null;
    }
    update();
    if (run.ending === 'labels') {
      // Only relocated centres can move when no label has changed.
      if (observer && !sameCenters(run)) yield observer.updated(run, true);
      return;
    }
    if (settled(run, limits.tolerance)) run.ending = 'tol';
    else if (run.iteration === limits.maxIterations) run.ending = 'max_iter';
    if (observer) yield observer.updated(run, false);
    run.previous.set(run.labels);
  }
  yield* assign(true);
  if (observer) yield observer.assigned(run, true);
}

function sameCenters({ centers, next }: Run): boolean {
  return centers.every((value, at) => value === next[at]);
}

function settled({ shift }: Run, tolerance: number): boolean {
  return pairwiseSum(shift.map((distance) => distance * distance)) <= tolerance;
}
