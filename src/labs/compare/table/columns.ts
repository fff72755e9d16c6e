import { type MetricName, metricSpecs } from '../../../engine/metrics/specs.ts';
import type { ScoreColumn, Sorting } from '../../../state/compare/store.ts';
import { absence } from '../../../ui/panels/score-words.ts';
import type { Entry } from '../multiples/comparison.ts';
import { type Better, bestOf, meanRanks, orderOf } from './ranks.ts';

/** A column of figures of the table of scores. */
export interface Column {
  readonly id: ScoreColumn;
  /** What it says when the pointer rests on its head. */
  readonly doc: string;
  /** null: neither way is better, and nothing is marked. */
  readonly better: Better | null;
  /** One a row; null: not defined, or not there yet. */
  readonly values: readonly (number | null)[];
  show(value: number): string;
  /** Why a value is not defined. */
  readonly absence: string;
}

const given = (entries: readonly Entry[], value: (entry: NonNullable<Entry['done']>) => number | null) =>
  entries.map(({ done }) => (done ? value(done) : null));

/** Three decimals, as in the Cluster lab; one where the largest has hundreds. */
const scoreDigits = (most: number) => (most >= 100 ? 1 : 3);
/** From here on figures are too wide for their column. */
const HUGE = 1e6;

/** All values of a column have the same decimals, by the largest of them: then they stand under each other. */
function shown(values: Column['values'], digitsFor: (most: number) => number): Pick<Column, 'values' | 'show'> {
  const most = Math.max(0, ...values.map((value) => Math.abs(value ?? 0)));
  const digits = digitsFor(most);
  if (most < HUGE) return { values, show: (value) => value.toFixed(digits) };
  return { values, show: (value) => value.toExponential(2).replace('e+', 'e') };
}

/** The scores that ranks are of where nobody chose: the six of the notebooks, or those that need no classes. */
export function usualScores(hasClasses: boolean): readonly MetricName[] {
  return hasClasses
    ? [
        'homogeneity_score',
        'completeness_score',
        'v_measure_score',
        'adjusted_rand_score',
        'adjusted_mutual_info_score',
        'silhouette_score',
      ]
    : ['silhouette_score', 'calinski_harabasz_score', 'davies_bouldin_score'];
}

/** The columns of figures, in the order in which they stand. */
export function columnsOf(
  entries: readonly Entry[],
  hasClasses: boolean,
  ranked: readonly MetricName[],
): readonly Column[] {
  const scores = metricSpecs.map((spec): Column => {
    const note = spec.better === 'lower' ? ' Lower is better.' : '';
    return {
      id: spec.name,
      doc: `${spec.title}. ${spec.doc}${spec.doc.includes('lower is better') ? '' : note}`,
      better: spec.better,
      ...shown(
        given(entries, ({ scores: { metrics } }) => metrics[spec.name]),
        scoreDigits,
      ),
      absence: absence(spec, hasClasses),
    };
  });
  const counts = { better: null, show: String, absence: 'no result' } as const;
  const ranks = meanRanks(
    scores
      .filter(({ id }) => ranked.includes(id as MetricName))
      .map(({ values, better }) => ({ values, better: better! })),
  );
  return [
    ...scores,
    {
      ...counts,
      id: 'clusters',
      doc: 'The number of clusters, noise not counted.',
      values: given(entries, ({ outcome }) => outcome.nClusters),
    },
    { ...counts, id: 'noise', doc: 'Rows in no cluster.', values: given(entries, ({ outcome }) => outcome.nNoise) },
    {
      id: 'seconds',
      doc: 'Time of the fit, in seconds.',
      better: 'lower',
      ...shown(
        given(entries, ({ outcome }) => outcome.seconds),
        (most) => (most < 10 ? 4 : 2),
      ),
      absence: 'no result',
    },
    {
      id: 'rank',
      doc: 'The mean of the ranks by the scores that are chosen above the table; 1 is the best.',
      better: 'lower',
      values: entries.map(({ done }, i) => (done ? (ranks?.[i] ?? null) : null)),
      show: (value) => value.toFixed(1),
      absence: 'no score is chosen',
    },
  ];
}

/** The value of a column that is marked; nothing where all are the same. */
export function markedValue({ better, values }: Column): number | null {
  if (!better) return null;
  const best = bestOf(values, better);
  const defined = values.filter((value) => value !== null);
  return defined.length > 1 && defined.some((value) => value !== best) ? best : null;
}

/** The places of the rows in the order in which they are shown. */
export function rowOrder(entries: readonly Entry[], columns: readonly Column[], sorting: Sorting | null): number[] {
  if (!sorting) return entries.map((_, i) => i);
  if (sorting.column === 'algorithm') {
    return orderOf(
      entries.map(({ participant }) => participant.algorithm),
      sorting.descending,
    );
  }
  const column = columns.find(({ id }) => id === sorting.column);
  return column ? orderOf(column.values, sorting.descending) : entries.map((_, i) => i);
}

/** A first click sorts the best first, a second the other way round, a third takes the sorting back. */
export function nextSorting(now: Sorting | null, column: ScoreColumn, better: Better | null): Sorting | null {
  const first = better === 'higher';
  if (now?.column !== column) return { column, descending: first };
  return now.descending === first ? { column, descending: !first } : null;
}
