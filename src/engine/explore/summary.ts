import { columnOf } from '../pixels.ts';
import type { Table } from '../types.ts';
import { distinctOf, sortedColumn } from './column.ts';
import { type Grouped, groupsOf } from './groups.ts';
import { moments } from './moments.ts';
import { quantile } from './quantile.ts';
import { SPARK_BINS, type SummaryAnswer } from './types.ts';

const PLACES = [0, 0.25, 0.5, 0.75, 1] as const;

export interface SummaryContext {
  readonly image: { readonly width: number; readonly height: number } | null;
  readonly fullScale: number | null;
}

/**
 * One line a column, in pandas' conventions: std with n - 1, quartiles linear between neighbours, skewness corrected for bias. A
 * value that is no number counts as missing, and so do those that the table says it had. Yields after each column.
 */
export function* summarySteps(table: Table, context: SummaryContext): Generator<null, SummaryAnswer, void> {
  const { X, featureNames, classNames } = table;
  const { cols } = X;
  const figures = blank(cols);
  const spark = new Int32Array(cols * SPARK_BINS);
  const grouped = groupsOf(table, { of: 'class' });
  const spread = new Float64Array(cols);
  for (let j = 0; j < cols; j++) {
    const sorted = sortedColumn(X, j);
    const n = sorted.length;
    const { mean, std, populationStd, skewness } = moments(sorted);
    figures.count[j] = n;
    figures.missing[j] = X.rows - n + (table.missing?.[j] ?? 0);
    figures.distinct[j] = distinctOf(sorted);
    const [min, q25, median, q75, max] = PLACES.map((q) => quantile(sorted, q)) as [
      number,
      number,
      number,
      number,
      number,
    ];
    for (const [name, value] of Object.entries({ min, q25, median, q75, max, mean, std, skewness })) {
      figures[name as 'min'][j] = value;
    }
    figures.separation[j] = grouped.count > 1 ? separation(columnOf(X, j), mean, grouped) : Number.NaN;
    spread[j] = max > min ? populationStd / (max - min) : 0;
    fillSpark(spark.subarray(j * SPARK_BINS, (j + 1) * SPARK_BINS), sorted);
    yield null;
  }
  const telling = grouped.count > 1 ? 'separation' : 'spread';
  const weight = telling === 'separation' ? figures.separation : spread;
  return {
    kind: 'summary',
    rows: X.rows,
    cols,
    featureNames,
    classNames,
    classCounts: grouped.sizes,
    classes: table.y?.slice() ?? null,
    ...context,
    ...figures,
    spark,
    order: Int32Array.from(spread.keys()).sort((a, b) => (weight[b] || 0) - (weight[a] || 0) || a - b),
    telling,
  };
}

function blank(cols: number) {
  const floats = () => new Float64Array(cols).fill(Number.NaN);
  return {
    count: new Int32Array(cols),
    missing: new Int32Array(cols),
    distinct: new Int32Array(cols),
    min: floats(),
    q25: floats(),
    median: floats(),
    q75: floats(),
    max: floats(),
    mean: floats(),
    std: floats(),
    skewness: floats(),
    separation: floats(),
  };
}

function fillSpark(bins: Int32Array, sorted: Float64Array): void {
  const n = sorted.length;
  if (n === 0) return;
  const low = sorted[0]!;
  const range = sorted[n - 1]! - low;
  for (const value of sorted) {
    // One distinct value stands in the middle.
    const place = range > 0 ? (value - low) / range : 0.5;
    bins[Math.min(SPARK_BINS - 1, Math.floor(place * SPARK_BINS))]!++;
  }
}

/** Share of the variance that lies between the groups (η²): 0 where they have the same mean, NaN of equal values. */
function separation(values: Float64Array, mean: number, { labels, count }: Grouped): number {
  const sums = new Float64Array(count);
  const sizes = new Float64Array(count);
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    const label = labels[i]!;
    const value = values[i]! - mean;
    if (!(label >= 0) || !Number.isFinite(value)) continue;
    sums[label]! += value;
    sizes[label]!++;
    total += value * value;
  }
  let between = 0;
  for (let g = 0; g < count; g++) if (sizes[g]! > 0) between += sums[g]! ** 2 / sizes[g]!;
  return total > 0 ? between / total : Number.NaN;
}
