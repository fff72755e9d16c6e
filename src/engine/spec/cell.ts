import type { Metrics } from '../types.ts';

/** What came of one run of a sweep. */
export interface Cell {
  /**
   * One label a row of the dataset: those that the run's recipe gives. Of a bootstrap sample: UNASSIGNED for rows that were
   * not drawn. null where the run failed, and of points that are no rows of the dataset.
   */
  readonly labels: Int16Array | Int32Array | null;
  readonly nClusters: number;
  readonly nNoise: number;
  /** As the estimator has them; null where it does not. */
  readonly inertia: number | null;
  readonly nIter: number | null;
  /** The mean distance of the rows to the mean of their cluster, noise apart; null where all is noise. */
  readonly distortion: number | null;
  /** null of samples, whose scores would be those of other points. */
  readonly metrics: Metrics | null;
  readonly silhouetteSampleSize: number | null;
  /** Whether its silhouette is still to come. */
  readonly isAwaited: boolean;
  /** What the fit took here: less than alone, where it shares work with other cells. */
  readonly seconds: number;
  /** What the method itself says is wrong with the result: it has not converged, … */
  readonly warnings: readonly string[];
  /** Why the run failed. `field` is empty where no parameter is at fault. */
  readonly error: { readonly field: string; readonly problem: string } | null;
}

/** How far repeats of a run agree with each other, and with the run. */
export interface Agreement {
  /** The adjusted Rand index of each pair of repeats, on the rows that both have. */
  readonly pairs: Float64Array;
  /**
   * How sure each row's cluster is, 0…1: the share of the other rows of its cluster that it is together with in a repeat, on
   * average over the repeats; noise is one more cluster. NaN for rows that no repeat has, or that are alone in theirs.
   */
  readonly sure: Float64Array;
}
