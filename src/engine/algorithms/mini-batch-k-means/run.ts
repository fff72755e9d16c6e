import type { Ending } from './ending.ts';
import type { Options } from './options.ts';
import type { Rows } from './rows.ts';

/** The rows of one step, drawn with replacement. */
export interface Batch {
  /** Which rows they are. */
  readonly rows: Int32Array;
  /** The centre that each was nearest to before the centres moved. */
  readonly labels: Int32Array;
}

/** What a fit changes; allocated once for all of its steps. */
export interface Run {
  /** k × d */
  centers: Float64Array;
  /** k × d: the centres before the last step, and room for the next ones. */
  next: Float64Array;
  /** ‖centre‖² of each of `centers`, as of the last assignment. */
  readonly norms: Float64Array;
  /** How many rows each centre has been moved by so far: its weight against the next ones. */
  readonly counts: Float64Array;
  /** Rows of the last batch at each centre. */
  readonly pulls: Float64Array;
  /** How far each centre went, in the last step, from where it was to the mean of its rows: 1 is all the way. */
  readonly rates: Float64Array;
  readonly batch: Batch;
  /** n: the nearest centre of each row when it was last looked at. */
  readonly labels: Int32Array;
  /** The centres that were put on a row drawn at random in the last step. */
  reassigned: Int32Array;
  step: number;
  /** Rows that were seen since centres with few rows were last looked for. */
  seen: number;
  /** The mean squared distance of the last batch's rows to their nearest centres, before those moved. */
  inertia: number;
  /** The exponentially weighted average of `inertia`, without the first step's; null before the second step. */
  smoothed: number | null;
  /** The lowest `smoothed` so far. */
  lowest: number;
  /** Steps since then. */
  stale: number;
  ending: Ending | null;
}

/** Before the first batch. @param centers k × d; they are copied */
export function startRun({ n, d }: Rows, { clusters: k, batchSize }: Options, centers: Float64Array): Run {
  return {
    centers: centers.slice(),
    next: new Float64Array(k * d),
    norms: new Float64Array(k),
    counts: new Float64Array(k),
    pulls: new Float64Array(k),
    rates: new Float64Array(k),
    batch: {
      rows: new Int32Array(batchSize),
      labels: new Int32Array(batchSize),
    },
    labels: new Int32Array(n).fill(-1),
    reassigned: NONE,
    step: 0,
    seen: 0,
    inertia: 0,
    smoothed: null,
    lowest: Number.POSITIVE_INFINITY,
    stale: 0,
    ending: null,
  };
}

export const NONE = new Int32Array(0);
