import type { SummaryAnswer } from '../../engine/explore/types.ts';

export interface Sorting {
  readonly key: string;
  readonly descending: boolean;
}

export interface SummaryColumn {
  readonly key: string;
  readonly title: string;
  readonly help: string;
  value(summary: SummaryAnswer, column: number): number;
}

const column = (
  key: keyof SummaryAnswer & ('count' | 'mean' | string),
  title: string,
  help: string,
): SummaryColumn => ({
  key,
  title,
  help,
  value: (summary, at) => (summary[key as 'mean'] as Float64Array)[at]!,
});

/** What the table says of each column of the data; the first is its name. */
export function summaryColumns(hasClasses: boolean): readonly SummaryColumn[] {
  return [
    { key: 'column', title: 'column', help: 'in the order of the table', value: (_, at) => at },
    column('count', 'count', 'values that are there'),
    column('missing', 'missing', 'values that are not'),
    column('distinct', 'distinct', 'different values'),
    column('min', 'min', 'the smallest'),
    column('q25', '25 %', 'a quarter of the values are below'),
    column('median', '50 %', 'the median'),
    column('q75', '75 %', 'three quarters of the values are below'),
    column('max', 'max', 'the largest'),
    column('mean', 'mean', 'the mean'),
    column('std', 'std', 'standard deviation, with n − 1'),
    column('skewness', 'skewness', 'positive: a long tail to the right'),
    ...(hasClasses
      ? [column('separation', 'η²', 'share of the variance between the classes: 1, they lie apart; 0, they do not')]
      : []),
  ];
}

/** A table that has one page stands as it is; of a longer one the most telling columns come first. */
export const firstSorting = ({ cols, telling }: Pick<SummaryAnswer, 'cols' | 'telling'>): Sorting =>
  cols <= PAGE
    ? { key: 'column', descending: false }
    : { key: telling === 'separation' ? 'separation' : 'std', descending: true };

/** Lines to a page. */
export const PAGE = 40;

/** The columns of the data in the order that is asked for; what is not defined comes last either way. */
export function columnOrder(summary: SummaryAnswer, { key, descending }: Sorting): number[] {
  const by = summaryColumns(true).find((one) => one.key === key)!;
  const values = Array.from({ length: summary.cols }, (_, at) => by.value(summary, at));
  const order = Array.from(values.keys());
  return order.sort((a, b) => {
    const [x, y] = [values[a]!, values[b]!];
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b;
    return (descending ? y - x : x - y) || a - b;
  });
}
