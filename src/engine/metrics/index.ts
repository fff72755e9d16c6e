import type { Matrix } from '../types.ts';
import { adjustedMutualInfoOf } from './adjusted-mutual-info.ts';
import { adjustedRandOf } from './adjusted-rand.ts';
import { calinskiHarabaszOf } from './calinski-harabasz.ts';
import { type Clustered, clusteredBy } from './clusters.ts';
import { completenessOf } from './completeness.ts';
import { type CrossTable, crossEncoded } from './contingency.ts';
import { daviesBouldinOf } from './davies-bouldin.ts';
import { fowlkesMallowsOf } from './fowlkes-mallows.ts';
import { homogeneityOf } from './homogeneity.ts';
import type { Encoded } from './labels.ts';
import { normalizedMutualInfoOf } from './normalized-mutual-info.ts';
import { meanSilhouette } from './silhouette.ts';
import { type MetricName, type MetricSpec, metricSpecs } from './specs.ts';
import { vMeasureOf } from './v-measure.ts';

/** What a metric may look at. */
export interface ScoreInput {
  /** n × d, as it was clustered; null where only labels are compared. */
  readonly X: Matrix | null;
  /** Its clusters, noise one of them; null without X. */
  readonly clustered: Clustered | null;
  /** How clusters and true classes meet; null without classes. */
  readonly table: CrossTable | null;
  /** The silhouettes of all rows, or of the sample: they cost too much to compute twice. null: not defined. */
  readonly silhouettes: Float64Array | null;
}

/** What the metrics share, counted once. @param y as numbered labels, n, or null */
export function scoreInput(
  X: Matrix | null,
  y: Encoded | null,
  clusters: Encoded,
  silhouettes: Float64Array | null,
): ScoreInput {
  return {
    X,
    clustered: X && clusteredBy(X, clusters),
    table: y && crossEncoded(y, clusters),
    silhouettes,
  };
}

/** null: not defined for this input. */
export type Score = (input: ScoreInput) => number | null;

export interface Metric extends MetricSpec {
  readonly score: Score;
}

const external =
  (score: (table: CrossTable) => number): Score =>
  ({ table }) =>
    table && score(table);

const scores: Readonly<Record<MetricName, Score>> = {
  homogeneity_score: external(homogeneityOf),
  completeness_score: external(completenessOf),
  v_measure_score: external(vMeasureOf),
  adjusted_rand_score: external(adjustedRandOf),
  adjusted_mutual_info_score: external(adjustedMutualInfoOf),
  normalized_mutual_info_score: external(normalizedMutualInfoOf),
  fowlkes_mallows_score: external(fowlkesMallowsOf),
  silhouette_score: ({ silhouettes }) => meanSilhouette(silhouettes),
  calinski_harabasz_score: ({ X, clustered }) => X && clustered && calinskiHarabaszOf(X, clustered),
  davies_bouldin_score: ({ clustered }) => clustered && daviesBouldinOf(clustered),
};

/** Every metric, in the order in which they are shown: its data and its code. */
export const metrics: readonly Metric[] = metricSpecs.map((spec) => ({ ...spec, score: scores[spec.name] }));
