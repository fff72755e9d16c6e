import { describe, expect, test } from 'vitest';
import type { SummaryAnswer } from '../../engine/explore/types.ts';
import { pickColumns } from './columns.ts';
import { byCluster, largestGroups } from './grouping.ts';
import { boxesOf, scaling, shareEnd, sharesOf, shareWords } from './scaling.ts';
import { columnOrder, firstSorting } from './summary-table.ts';
import { dataPart } from './useAnswer.ts';
import { tableFigure, thinned } from './words.ts';

describe('which columns are shown', () => {
  const table = { cols: 5, order: Int32Array.of(4, 1, 0, 3, 2), telling: 'separation' } as const;

  test('all where there is room, else the most telling, in the table’s order', () => {
    expect(pickColumns(table, null, 6)).toEqual({ columns: [0, 1, 2, 3, 4], words: 'all 5 columns' });
    expect(pickColumns(table, null, 3)).toEqual({
      columns: [0, 1, 4],
      words: '3 of 5 columns: those whose classes lie farthest apart',
    });
  });

  test('those that somebody chose, but no more than there is room for, and none that is not there', () => {
    expect(pickColumns(table, [2, 3, 9], 3)).toEqual({ columns: [2, 3], words: '2 of 5 columns, as chosen' });
    expect(pickColumns(table, [0, 2, 3, 4], 2).columns).toEqual([0, 4]);
    expect(pickColumns(table, [9], 3).columns).toEqual([0, 1, 4]);
  });
});

describe('groups', () => {
  test('clusters in the order of their labels, noise last and grey', () => {
    const labels = Int32Array.of(2, -1, 0, 2);
    const { looks, ofRow, ask } = byCluster(labels, Int32Array.of(1, 0, 0), ['blue', 'orange'], 'grey');
    expect(looks).toEqual([
      { name: 'cluster 0', color: 'orange' },
      { name: 'cluster 2', color: 'blue' },
      { name: 'noise', color: 'grey' },
    ]);
    expect([...ofRow]).toEqual([1, 2, 0, 1]);
    expect(ask).toMatchObject({ of: 'labels', count: 3 });
  });

  test('a chart of curves shows the twelve largest, in their own order', () => {
    const sizes = Array.from({ length: 15 }, (_, g) => (g === 3 || g === 7 || g === 9 ? 1 : 10 + g));
    expect(largestGroups(sizes)).toEqual([0, 1, 2, 4, 5, 6, 8, 10, 11, 12, 13, 14]);
    expect(largestGroups([1, 2])).toEqual([0, 1]);
  });
});

describe('scaling', () => {
  const of = (...values: number[]) => Float64Array.from(values);
  const figures = {
    featureNames: ['large', 'small', 'constant'],
    fullScale: 16,
    count: Int32Array.of(4, 4, 4),
    min: of(0, 0, 7),
    q25: of(100, 1, 7),
    median: of(200, 2, 7),
    q75: of(300, 3, 7),
    max: of(400, 4, 7),
    mean: of(200, 2, 7),
    std: of(100, 1, 0),
  };

  test('a column of large numbers makes up all of the distance, until it is scaled', () => {
    expect(sharesOf(figures, [0, 1], 'none')[0]).toBeCloseTo(10_000 / 10_001);
    sharesOf(figures, [0, 1, 2], 'standard').forEach((share, i) => {
      expect(share).toBeCloseTo([0.5, 0.5, 0][i]!, 12);
    });
    expect([...sharesOf(figures, [2], 'none')]).toEqual([0]);
    expect(shareWords(figures, [2], 'none')).toEqual(['Nothing varies: all rows are the same.']);
    expect(shareWords(figures, [0, 1], 'none')[0]).toMatch(/^large makes up 100.0 %/);
  });

  test('the axis of shares ends a little beyond the largest, for all scalers the same', () => {
    expect(shareEnd(figures, [0, 1])).toBe(100);
    expect(shareEnd(figures, [2])).toBe(10);
    expect(shareEnd(figures, [1, 1, 1, 1, 1])).toBe(30);
  });

  test('boxes go where the scaler puts them; a constant is only shifted', () => {
    expect(boxesOf(figures, [1, 2], 'minmax')).toEqual([
      { name: 'small', min: 0, q1: 0.25, median: 0.5, q3: 0.75, max: 1 },
      { name: 'constant', min: 0, q1: 0, median: 0, q3: 0, max: 0 },
    ]);
    expect(scaling(figures, 0, 'unit')).toEqual({ offset: 0, scale: 16 });
    // StandardScaler divides by the deviation with n.
    expect(scaling(figures, 0, 'standard').scale).toBeCloseTo(100 * Math.sqrt(3 / 4));
  });
});

test('the table sorts either way, what is not defined last', () => {
  const summary = { cols: 4, mean: Float64Array.of(2, Number.NaN, 3, 1) } as unknown as SummaryAnswer;
  expect(columnOrder(summary, { key: 'mean', descending: true })).toEqual([2, 0, 3, 1]);
  expect(columnOrder(summary, { key: 'mean', descending: false })).toEqual([3, 0, 2, 1]);
  expect(firstSorting({ cols: 784, telling: 'separation' })).toEqual({ key: 'separation', descending: true });
  expect(firstSorting({ cols: 4, telling: 'separation' }).key).toBe('column');
});

test('a question is about the rows; only PCA is about features and scaler', () => {
  const recipe = {
    dataset: 'iris',
    rows: 9,
    features: [1],
    scaler: 'standard',
    algorithm: 'DBSCAN',
    params: { eps: 1 },
  } as const;
  expect(dataPart(recipe, { kind: 'summary' })).toEqual({ dataset: 'iris', rows: 9, algorithm: 'DBSCAN', params: {} });
  expect(dataPart(recipe, { kind: 'pca', of: 'all', most: 2 })).not.toHaveProperty('features');
  expect(dataPart(recipe, { kind: 'pca', of: 'features', most: 2 })).toMatchObject({
    features: [1],
    scaler: 'standard',
  });
});

test('figures and words', () => {
  expect([0.000012, -0.27486, 1234.5678, 12345678, 150, Number.NaN].map(tableFigure)).toEqual([
    '1.20e−5',
    '−0.2749',
    '1234.57',
    '1.23e7',
    '150',
    '–',
  ]);
  expect(thinned(10, 10, { one: 'digit', many: 'digits' })).toBe('');
  expect(thinned(1000, 10_000, { one: 'digit', many: 'digits' })).toBe(
    '1,000 of 10,000 digits are drawn, evenly chosen.',
  );
});
