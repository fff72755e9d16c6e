import type { CorrelationAnswer } from '../../engine/explore/types.ts';
import { listed } from '../../engine/spec/words.ts';

/** So many pairs are named. */
const MOST = 5;

/** The strongest pairs, and the columns that cannot be compared, in sentences. */
export function correlationWords(
  { columns, ...tables }: CorrelationAnswer,
  coefficient: 'pearson' | 'spearman',
  featureNames: readonly string[],
): string[] {
  const d = columns.length;
  const table = tables[coefficient];
  const name = (at: number) => featureNames[columns[at]!]!;
  const pairs = columns
    .flatMap((_, i) => columns.slice(i + 1).map((__, k) => ({ i, j: i + 1 + k, value: table[i * d + i + 1 + k]! })))
    .filter(({ value }) => Number.isFinite(value))
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
    .slice(0, MOST);
  const alone = columns.flatMap((_, i) => (Number.isFinite(table[i * d + i]) ? [] : [name(i)]));
  return [
    ...pairs.map(({ i, j, value }) => `${name(i)} and ${name(j)}: ${value.toFixed(2).replace('-', '−')}.`),
    ...(alone.length > 0
      ? [`Not defined, for one distinct value: ${listed(alone.slice(0, 8))}${alone.length > 8 ? ' and others' : ''}.`]
      : []),
    ...(pairs.length === 0 && alone.length === 0 ? ['A single column: nothing to compare it with.'] : []),
  ];
}
