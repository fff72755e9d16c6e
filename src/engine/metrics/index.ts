import type { Matrix, MetricName } from '../types.ts';
import { adjustedMutualInfoScore } from './adjusted-mutual-info.ts';
import { adjustedRandScore } from './adjusted-rand.ts';
import { calinskiHarabaszScore } from './calinski-harabasz.ts';
import { completenessScore } from './completeness.ts';
import { daviesBouldinScore } from './davies-bouldin.ts';
import { fowlkesMallowsScore } from './fowlkes-mallows.ts';
import { homogeneityScore } from './homogeneity.ts';
import { normalizedMutualInfoScore } from './normalized-mutual-info.ts';
import { meanSilhouette } from './silhouette.ts';
import { type MetricSpec, metricSpecs } from './specs.ts';
import { vMeasureScore } from './v-measure.ts';

/** What a metric may look at. */
export interface ScoreInput {
  /** n × d, as it was clustered; null where only labels are compared. */
  readonly X: Matrix | null;
  /** n true classes, any integers. */
  readonly y: Int32Array | null;
  /** n labels; noise, -1, is one more of them. */
  readonly labels: Int32Array;
  /** The silhouettes of all rows, or of the sample: they cost too much to compute twice. null: not defined. */
  readonly silhouettes: Float64Array | null;
}

/** null: not defined for this input. */
export type Score = (input: ScoreInput) => number | null;

export interface Metric extends MetricSpec {
  readonly score: Score;
}

const external =
  (score: (labelsTrue: Int32Array, labelsPred: Int32Array) => number): Score =>
  ({ y, labels }) =>
    y && score(y, labels);

const internal =
  (score: (X: Matrix, labels: Int32Array) => number | null): Score =>
  ({ X, labels }) =>
    X && score(X, labels);

const scores: Readonly<Record<MetricName, Score>> = {
  homogeneity_score: external(homogeneityScore),
  completeness_score: external(completenessScore),
  v_measure_score: external(vMeasureScore),
  adjusted_rand_score: external(adjustedRandScore),
  adjusted_mutual_info_score: external(adjustedMutualInfoScore),
  normalized_mutual_info_score: external(normalizedMutualInfoScore),
  fowlkes_mallows_score: external(fowlkesMallowsScore),
  silhouette_score: ({ silhouettes }) => meanSilhouette(silhouettes),
  calinski_harabasz_score: internal(calinskiHarabaszScore),
  davies_bouldin_score: internal(daviesBouldinScore),
};

/** Every metric, in the order in which they are shown: its data and its code. */
export const metrics: readonly Metric[] = metricSpecs.map((spec) => ({ ...spec, score: scores[spec.name] }));
