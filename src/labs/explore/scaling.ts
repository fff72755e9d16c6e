import type { ColumnBox } from '../../charts/explore/column-boxes.ts';
import type { SummaryAnswer } from '../../engine/explore/types.ts';
import type { Scaler } from '../../engine/spec/dataset.ts';
import { percent } from './words.ts';

type Figures = Pick<
  SummaryAnswer,
  'featureNames' | 'fullScale' | 'count' | 'min' | 'q25' | 'median' | 'q75' | 'max' | 'mean' | 'std'
>;

export const scalerWords: Readonly<Record<Scaler, { title: string; short: string; what: string; axis: string }>> = {
  none: { title: 'Before: as they are', short: 'no scaler', what: 'every column in its own unit', axis: 'value' },
  standard: {
    title: 'After: standard',
    short: 'scaler standard',
    what: 'minus the mean, divided by the standard deviation (StandardScaler)',
    axis: 'standard deviations from the mean',
  },
  minmax: {
    title: 'After: minmax',
    short: 'scaler minmax',
    what: 'from the smallest value, 0, to the largest, 1 (MinMaxScaler)',
    axis: 'share of the range',
  },
  unit: {
    title: 'After: unit',
    short: 'scaler unit',
    what: 'divided by the value of a full pixel',
    axis: 'share of a full pixel',
  },
};

/** The scalers that make sense for the data, before first. */
export const offeredScalers = ({ fullScale }: Pick<SummaryAnswer, 'fullScale'>): Scaler[] =>
  fullScale === null ? ['none', 'standard', 'minmax'] : ['none', 'unit', 'standard', 'minmax'];

/** What a scaler subtracts from a column, and what it divides by; a constant column is only shifted. */
export function scaling(figures: Figures, column: number, scaler: Scaler): { offset: number; scale: number } {
  const n = figures.count[column]!;
  const std = n > 1 ? figures.std[column]! * Math.sqrt((n - 1) / n) : 0;
  const range = figures.max[column]! - figures.min[column]!;
  switch (scaler) {
    case 'none':
      return { offset: 0, scale: 1 };
    case 'unit':
      return { offset: 0, scale: figures.fullScale ?? 1 };
    case 'standard':
      return { offset: figures.mean[column]!, scale: std || 1 };
    case 'minmax':
      return { offset: figures.min[column]!, scale: range || 1 };
  }
}

/** The columns after a scaler; without those that have no value. */
export function boxesOf(figures: Figures, columns: readonly number[], scaler: Scaler): ColumnBox[] {
  return columns.flatMap((column) => {
    if (figures.count[column] === 0) return [];
    const { offset, scale } = scaling(figures, column, scaler);
    const at = (values: Float64Array) => (values[column]! - offset) / scale;
    return {
      name: figures.featureNames[column]!,
      min: at(figures.min),
      q1: at(figures.q25),
      median: at(figures.median),
      q3: at(figures.q75),
      max: at(figures.max),
    };
  });
}

/**
 * How much of the squared Euclidean distance between two rows comes, on average, from each column: its variance's share of all
 * variances. All 0 where nothing varies.
 */
export function sharesOf(figures: Figures, columns: readonly number[], scaler: Scaler): Float64Array {
  const variances = Float64Array.from(columns, (column) => {
    const { scale } = scaling(figures, column, scaler);
    return ((figures.std[column] || 0) / scale) ** 2;
  });
  const total = variances.reduce((sum, value) => sum + value, 0);
  return variances.map((value) => (total > 0 ? value / total : 0));
}

/** Where an axis of shares ends, in per cent, that is the same for all scalers: some room beyond the largest. */
export function shareEnd(figures: Figures, columns: readonly number[]): number {
  const shares = offeredScalers(figures).flatMap((scaler) => Array.from(sharesOf(figures, columns, scaler)));
  const most = shares.reduce((largest, share) => Math.max(largest, share), 0);
  return Math.max(10, Math.min(100, Math.ceil(most * 12) * 10));
}

/** Which column counts for the most, in words; then all of them. */
export function shareWords(figures: Figures, columns: readonly number[], scaler: Scaler): string[] {
  const shares = sharesOf(figures, columns, scaler);
  const most = shares.reduce((best, share, i) => (share > shares[best]! ? i : best), 0);
  if (!(shares[most]! > 0)) return ['Nothing varies: all rows are the same.'];
  const name = (i: number) => figures.featureNames[columns[i]!]!;
  const even = shares[most]! < 1.05 / columns.length;
  return [
    even
      ? `Every column makes up about the same: ${percent(shares[most]!)}.`
      : `${name(most)} makes up ${percent(shares[most]!)} of the squared distance between two rows.`,
    ...Array.from(shares, (share, i) => `${name(i)}: ${percent(share)}.`),
  ];
}
