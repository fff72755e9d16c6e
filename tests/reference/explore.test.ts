import { describe, expect, test } from 'vitest';
import { loadTable } from '../../src/engine/datasets/load.ts';
import { distinctOf, sortedColumn } from '../../src/engine/explore/column.ts';
import { correlationSteps } from '../../src/engine/explore/correlation.ts';
import { density } from '../../src/engine/explore/density.ts';
import { binEdges, binOf } from '../../src/engine/explore/histogram.ts';
import { moments } from '../../src/engine/explore/moments.ts';
import { outlierSteps } from '../../src/engine/explore/outliers.ts';
import { quantile } from '../../src/engine/explore/quantile.ts';
import { summarySteps } from '../../src/engine/explore/summary.ts';
import { columnOf } from '../../src/engine/pixels.ts';
import { expectClose, loadCases } from './cases.ts';
import { type PointWords, pointsOf } from './points.ts';

interface ColumnCase {
  readonly name: string;
  readonly kind: 'column';
  readonly points: PointWords;
  readonly column: number;
  readonly min: number;
  readonly q25: number;
  readonly median: number;
  readonly q75: number;
  readonly max: number;
  readonly mean: number;
  readonly std: number | null;
  readonly skewness: number | null;
  readonly distinct: number;
  readonly bins: number;
  readonly counts: readonly number[] | null;
  readonly grid: readonly number[];
  readonly density: readonly number[] | null;
  readonly zscore_outliers: readonly number[];
  readonly iqr_outliers: readonly number[];
}
interface CorrelationCase {
  readonly name: string;
  readonly kind: 'correlation';
  readonly points: PointWords;
  readonly pearson: readonly (readonly (number | null)[])[];
  readonly spearman: readonly (readonly (number | null)[])[];
}
interface SeparationCase {
  readonly name: string;
  readonly kind: 'separation';
  readonly points: PointWords;
  readonly separation: readonly number[];
}
type Case = ColumnCase | CorrelationCase | SeparationCase;

const all = loadCases<Case>('explore');
const of = <K extends Case['kind']>(kind: K) =>
  all.filter((one): one is Extract<Case, { kind: K }> => one.kind === kind);

/** The result of a generator. */
function end<R>(steps: Generator<unknown, R, void>): R {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
const orNull = (value: number) => (Number.isNaN(value) ? null : value);

describe('a column', () => {
  test.each(of('column'))('$name: figures as numpy, scipy and pandas give them', async (one) => {
    const { X } = await pointsOf(one.points);
    const sorted = sortedColumn(X, one.column);
    const { mean, std, skewness } = moments(sorted);
    const quantiles = [0, 0.25, 0.5, 0.75, 1].map((q) => quantile(sorted, q));
    expect(quantiles).toEqual([one.min, one.q25, one.median, one.q75, one.max]);
    expectClose(mean, one.mean, 1e-14, 'mean');
    expectClose(orNull(std), one.std, 1e-9, 'std');
    expectClose(orNull(skewness), one.skewness, 1e-6, 'skewness');
    expect(distinctOf(sorted)).toBe(one.distinct);
  });

  test.each(of('column'))('$name: bins as numpy’s "auto"', async (one) => {
    const { X } = await pointsOf(one.points);
    const edges = binEdges(sortedColumn(X, one.column));
    if (one.bins > 80) {
      expect(edges).toHaveLength(81);
      return;
    }
    expect(edges).toHaveLength(one.bins + 1);
    const counts = new Array<number>(one.bins).fill(0);
    for (const value of columnOf(X, one.column)) counts[binOf(value, edges)]!++;
    expect(counts).toEqual(one.counts);
  });

  test.each(of('column'))('$name: density as scipy’s gaussian_kde', async (one) => {
    const { X } = await pointsOf(one.points);
    const heights = density(columnOf(X, one.column), Float64Array.from(one.grid));
    if (!one.density) {
      expect(heights).toBeNull();
      return;
    }
    const most = Math.max(...one.density);
    // Where values are put on a grid first, to a share of the curve's height that no eye sees.
    const tolerance = X.rows > 1000 ? 2e-4 : 1e-5;
    for (const [i, height] of one.density.entries()) {
      expect(Math.abs(heights![i]! - height)).toBeLessThanOrEqual(most * tolerance);
    }
  });

  test.each(of('column'))('$name: outliers by z-score and by interquartile range', async (one) => {
    const { X } = await pointsOf(one.points);
    const found = (rule: 'zscore' | 'iqr', threshold: number) =>
      [...end(outlierSteps(X, [one.column], rule, threshold)).rows].sort((a, b) => a - b);
    expect(found('zscore', 3)).toEqual(one.zscore_outliers);
    expect(found('iqr', 1.5)).toEqual(one.iqr_outliers);
  });
});

test.each(of('correlation'))('$name: as numpy’s corrcoef, of values and of ranks', async (one) => {
  const { X } = await pointsOf(one.points);
  const { pearson, spearman } = end(
    correlationSteps(
      X,
      Array.from({ length: X.cols }, (_, j) => j),
    ),
  );
  for (const [table, expected] of [
    [pearson, one.pearson],
    [spearman, one.spearman],
  ] as const) {
    expected.flat().forEach((value, at) => {
      expectClose(orNull(table[at]!), value, 1e-12, `entry ${at}`);
    });
  }
});

test.each(of('separation'))('$name: as follows from scikit-learn’s f_classif', async (one) => {
  const table = await loadTable(one.points.dataset!);
  const { separation } = end(summarySteps(table, { image: null, fullScale: null }));
  for (const [j, expected] of one.separation.entries()) expectClose(separation[j]!, expected, 1e-12, `column ${j}`);
});
