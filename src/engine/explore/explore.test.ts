import { describe, expect, test } from 'vitest';
import { fromRows } from '../numeric/matrix.ts';
import { pixels } from '../pixels.ts';
import type { Prepared, Table } from '../types.ts';
import { boxOf } from './box.ts';
import { exploreSteps } from './explore.ts';
import { binEdges, binOf } from './histogram.ts';
import { ranks } from './ranks.ts';
import { sampleRows } from './sample.ts';
import type { AnswerTo, Ask } from './types.ts';

const tableOf = (rows: readonly (readonly number[])[], y: readonly number[] | null = null): Table => ({
  X: fromRows(rows),
  featureNames: rows[0]?.map((_, j) => `x${j}`) ?? [],
  y: y && Int32Array.from(y),
  classNames: y ? [...new Set(y)].map(String) : [],
  target: null,
});

function ask<A extends Ask>(
  table: Table,
  question: A,
  image: { width: number; height: number } | null = null,
): AnswerTo<A> {
  const columns = table.featureNames.map((_, j) => j);
  const steps = exploreSteps({ table, columns, X: table.X } satisfies Prepared, { image, fullScale: null }, question);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value as AnswerTo<A>;
  }
}

const numbersIn = (value: unknown): number[] =>
  ArrayBuffer.isView(value)
    ? Array.from(value as Float64Array)
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(numbersIn)
      : typeof value === 'number'
        ? [value]
        : [];

describe('what is hard to draw', () => {
  const single = tableOf([[3, -1]]);
  const equal = tableOf([[5], [5], [5]], [0, 0, 1]);
  const missing: Table = {
    ...tableOf([
      [Number.NaN, 1],
      [Number.NaN, 2],
    ]),
    missing: Int32Array.of(0, 4),
  };

  test('a single row has a mean and no spread', () => {
    const { count, mean, std, skewness, distinct } = ask(single, { kind: 'summary' });
    expect([count[0], mean[0], std[0], skewness[0], distinct[0]]).toEqual([1, 3, Number.NaN, Number.NaN, 1]);
  });

  test('equal values have one bin, no density and a box without height', () => {
    const { columns } = ask(equal, { kind: 'distributions', columns: [0], groups: { of: 'class' } });
    const [{ edges, counts, density, groupDensity, box, grid }] = columns as [(typeof columns)[number]];
    expect([...edges, ...counts]).toEqual([4.5, 5.5, 3]);
    expect([density, ...groupDensity]).toEqual([null, null, null]);
    expect(box).toEqual({ count: 3, q1: 5, median: 5, q3: 5, low: 5, high: 5, outliers: 0 });
    expect(numbersIn(grid).every(Number.isFinite)).toBe(true);
    expect(ask(equal, { kind: 'correlation', columns: [0] }).pearson).toEqual(Float64Array.of(Number.NaN));
    expect(ask(equal, { kind: 'outliers', columns: [0], rule: 'zscore', threshold: 3 }).rows).toHaveLength(0);
    expect(ask(equal, { kind: 'pca', of: 'all', most: 5 }).count).toBe(0);
    expect(ask(equal, { kind: 'summary' }).separation[0]).toBeNaN();
  });

  test('a column without a value is counted as missing and has nothing to draw; what a file lacked is added', () => {
    const summary = ask(missing, { kind: 'summary' });
    expect([...summary.count, ...summary.missing]).toEqual([0, 2, 2, 4]);
    const { columns } = ask(missing, { kind: 'distributions', columns: [0], groups: { of: 'none' } });
    expect(columns[0]).toMatchObject({ box: null, density: null });
    expect(columns[0]!.edges).toHaveLength(0);
  });

  test('columns that are not there are left out, labels of another table put no row in a group', () => {
    expect(ask(single, { kind: 'values', columns: [1, 7, -1], most: 5 }).columns).toEqual([1]);
    const groups = { of: 'labels', labels: new Int32Array(7), count: 2 } as const;
    expect([...ask(single, { kind: 'distributions', columns: [0], groups }).groupSizes]).toEqual([]);
    expect(() => ask(single, { kind: 'images', groups, examples: 3 })).toThrow(/^dataset: holds no images/);
  });
});

describe('groups', () => {
  const table = tableOf([[0], [1], [10], [11], [12]], [0, 0, 1, 1, 1]);

  test('their bins add up to all, their boxes are their own', () => {
    const { columns, groupSizes } = ask(table, { kind: 'distributions', columns: [0], groups: { of: 'class' } });
    const { counts, groupCounts, groupBoxes, sampleRows: rows, sampleGroups } = columns[0]!;
    expect([...groupSizes]).toEqual([2, 3]);
    counts.forEach((count, bin) => {
      expect(groupCounts[bin]! + groupCounts[counts.length + bin]!).toBe(count);
    });
    expect(groupBoxes.map((box) => box!.median)).toEqual([0.5, 11]);
    expect([...rows]).toEqual([0, 1, 2, 3, 4]);
    expect([...sampleGroups]).toEqual([0, 0, 1, 1, 1]);
  });

  test('the column whose classes lie apart comes first', () => {
    const two = tableOf(
      [
        [1, 0],
        [2, 0.1],
        [1, 5],
        [2, 5.1],
      ],
      [0, 0, 1, 1],
    );
    const { order, telling, separation } = ask(two, { kind: 'summary' });
    expect([telling, ...order]).toEqual(['separation', 1, 0]);
    expect(separation[0]).toBe(0);
    expect(ask(tableOf([[0], [1]]), { kind: 'summary' }).telling).toBe('spread');
  });
});

test('pictures: means by group, the variance, and rows of each group', () => {
  const table: Table = {
    ...tableOf([[0], [0]], [0, 1]),
    X: pixels(Uint8Array.of(0, 10, 20, 30, 0, 50, 20, 70), 2, 4),
    featureNames: ['a', 'b', 'c', 'd'],
  };
  const answer = ask(table, { kind: 'images', groups: { of: 'class' }, examples: 3 }, { width: 2, height: 2 });
  expect([...answer.mean]).toEqual([0, 30, 20, 50]);
  expect([...answer.variance]).toEqual([0, 400, 0, 400]);
  expect([...answer.groupMeans]).toEqual([0, 10, 20, 30, 0, 50, 20, 70]);
  expect(answer.exampleRows.map((rows) => [...rows])).toEqual([[0], [1]]);
  expect([...answer.examples[1]!]).toEqual([0, 50, 20, 70]);
});

test('every value lies in the bin whose edges enclose it', () => {
  const sorted = Float64Array.from({ length: 500 }, (_, i) => Math.sqrt(i) / 3).sort();
  const edges = binEdges(sorted);
  for (const value of sorted) {
    const bin = binOf(value, edges);
    expect(value).toBeGreaterThanOrEqual(edges[bin]!);
    if (bin < edges.length - 2) expect(value).toBeLessThan(edges[bin + 1]!);
  }
});

test('a box’s whiskers end at values within reach', () => {
  expect(boxOf(Float64Array.of(0, 10, 11, 12, 13, 40))).toMatchObject({ low: 10, high: 13, outliers: 2 });
  expect(boxOf(new Float64Array(0))).toBeNull();
});

test('equal values share their ranks', () => {
  expect([...ranks(Float64Array.of(3, 1, 3, 2))]).toEqual([3.5, 1, 3.5, 2]);
});

test('a sample is ascending, without repeats and always the same', () => {
  const rows = Int32Array.from({ length: 1000 }, (_, i) => i);
  const drawn = sampleRows(rows, 50);
  expect(new Set(drawn).size).toBe(50);
  expect([...drawn]).toEqual([...drawn].sort((a, b) => a - b));
  expect(sampleRows(rows, 50)).toEqual(drawn);
  expect(sampleRows(rows.slice(0, 3), 50)).toEqual(Int32Array.of(0, 1, 2));
});
