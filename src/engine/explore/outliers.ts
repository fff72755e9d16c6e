import { columnOf } from '../pixels.ts';
import type { Matrix } from '../types.ts';
import { finite } from './column.ts';
import { moments } from './moments.ts';
import { quantile } from './quantile.ts';
import type { OutlierRule, OutliersAnswer } from './types.ts';

/** So many outliers of a column are drawn, the farthest. */
const MOST_POINTS = 250;

interface Found {
  readonly low: number;
  readonly high: number;
  readonly mean: number;
  readonly std: number;
  /** The farthest first. */
  readonly rows: number[];
  readonly scores: (row: number) => number;
  readonly below: number;
  readonly above: number;
}

/**
 * Rows that lie outside in at least one column. `zscore`: more than `threshold` standard deviations (with n, as
 * `scipy.stats.zscore`) from the mean; `iqr`: more than `threshold` interquartile ranges outside the quartiles. A column of one
 * distinct value has no outliers. Yields after each column.
 */
export function* outlierSteps(
  X: Matrix,
  columns: readonly number[],
  rule: OutlierRule,
  threshold: number,
): Generator<null, OutliersAnswer, void> {
  const found: Found[] = [];
  for (const column of columns) {
    found.push(outliersOf(columnOf(X, column), rule, threshold));
    yield null;
  }
  const drawn = found.flatMap(({ rows, scores }, place) =>
    rows.slice(0, MOST_POINTS).map((row) => ({ place, row, score: scores(row) })),
  );
  return {
    kind: 'outliers',
    columns,
    low: Float64Array.from(found, ({ low }) => low),
    high: Float64Array.from(found, ({ high }) => high),
    below: Int32Array.from(found, ({ below }) => below),
    above: Int32Array.from(found, ({ above }) => above),
    mean: Float64Array.from(found, ({ mean }) => mean),
    std: Float64Array.from(found, ({ std }) => std),
    ...byRow(found),
    pointColumns: Int32Array.from(drawn, ({ place }) => place),
    pointRows: Int32Array.from(drawn, ({ row }) => row),
    pointScores: Float64Array.from(drawn, ({ score }) => score),
  };
}

function outliersOf(values: Float64Array, rule: OutlierRule, threshold: number): Found {
  const there = finite(values);
  const { mean, populationStd: std } = moments(there);
  const [low, high] = bounds(there, rule, threshold, mean, std);
  const scores = (row: number) => (values[row]! - mean) / std;
  const rows: number[] = [];
  let below = 0;
  for (let i = 0; std > 0 && i < values.length; i++) {
    if (values[i]! < low) below++;
    if (values[i]! < low || values[i]! > high) rows.push(i);
  }
  rows.sort((a, b) => Math.abs(scores(b)) - Math.abs(scores(a)) || a - b);
  return { low, high, mean, std, rows, scores, below, above: rows.length - below };
}

function bounds(there: Float64Array, rule: OutlierRule, threshold: number, mean: number, std: number) {
  if (!(std > 0)) return [Number.NaN, Number.NaN] as const;
  if (rule === 'zscore') return [mean - threshold * std, mean + threshold * std] as const;
  const sorted = there.slice().sort();
  const q1 = quantile(sorted, 0.25);
  const q3 = quantile(sorted, 0.75);
  return [q1 - threshold * (q3 - q1), q3 + threshold * (q3 - q1)] as const;
}

/** Every row that is an outlier anywhere, once. */
function byRow(found: readonly Found[]): Pick<OutliersAnswer, 'rows' | 'times' | 'worst' | 'worstScore'> {
  const rows = new Map<number, { times: number; worst: number; score: number }>();
  for (const [place, { rows: outside, scores }] of found.entries()) {
    for (const row of outside) {
      const score = scores(row);
      const before = rows.get(row);
      if (!before) rows.set(row, { times: 1, worst: place, score });
      else {
        before.times++;
        if (Math.abs(score) > Math.abs(before.score)) Object.assign(before, { worst: place, score });
      }
    }
  }
  const order = [...rows].sort(([a, x], [b, y]) => Math.abs(y.score) - Math.abs(x.score) || a - b);
  return {
    rows: Int32Array.from(order, ([row]) => row),
    times: Int32Array.from(order, ([, { times }]) => times),
    worst: Int32Array.from(order, ([, { worst }]) => worst),
    worstScore: Float64Array.from(order, ([, { score }]) => score),
  };
}
