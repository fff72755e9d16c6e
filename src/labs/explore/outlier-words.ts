import type { OutlierRule, OutliersAnswer } from '../../engine/explore/types.ts';
import { counted, grouped } from '../../engine/spec/words.ts';
import type { Explored } from './useExplore.ts';

/** What counts as an outlier, in words. */
export function ruleWords(rule: OutlierRule, threshold: number): string {
  return rule === 'zscore'
    ? `more than ${threshold} standard deviations (with n, as scipy's zscore) from the mean of a column`
    : `more than ${threshold} interquartile ranges below the first or above the third quartile of a column`;
}

/** How many there are, and in which columns, in sentences. */
export function outlierWords({ summary, noun }: Explored, answer: OutliersAnswer): string[] {
  const { rows, columns, below, above } = answer;
  const most = columns
    .map((column, at) => ({ name: summary.featureNames[column]!, count: below[at]! + above[at]! }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, 8);
  return [
    `${counted(rows.length, noun)} of ${grouped(summary.rows)} ${rows.length === 1 ? 'is an outlier' : 'are outliers'} in at least one of ${columns.length} ${columns.length === 1 ? 'column' : 'columns'}.`,
    ...most.map(({ name, count }) => `${name}: ${grouped(count)}.`),
  ];
}
