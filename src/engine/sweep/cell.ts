import type { MetricName, Metrics } from '../types.ts';

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
  /** What the fit took here: less than alone, where it shares work with other cells. */
  readonly seconds: number;
  /** Why the run failed. `field` is empty where no parameter is at fault. */
  readonly error: { readonly field: string; readonly problem: string } | null;
}

/** The figures of a labeling, without what only the fit knows. */
export interface LabelingScores {
  readonly metrics: Readonly<Record<MetricName, number | null>>;
  readonly silhouetteSampleSize: number | null;
  readonly distortion: number | null;
}
