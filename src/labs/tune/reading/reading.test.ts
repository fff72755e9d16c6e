import { describe, expect, test } from 'vitest';
import { measureOf } from '../../../engine/spec/measures.ts';
import type { Cell } from '../../../worker/api.ts';
import { gapOf } from './gap.ts';
import { kneeOf } from './kneedle.ts';
import { bestOf, extentOf } from './values.ts';
import { cautionFor } from './words.ts';

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);

describe('kneedle', () => {
  test('the paper’s own example, turned over: -1/(x + 0.1) + 5 bends at 0.22', () => {
    const x = upTo(10).map((i) => i / 9);
    expect(
      kneeOf(
        x,
        x.map((value) => 1 / (value + 0.1)),
        'falling',
      ),
    ).toBe(2);
  });

  test('inertia that falls steeply to three clusters', () => {
    const inertia = [681, 152, 79, 57, 46, 39, 34, 30, 28, 26];
    expect(
      kneeOf(
        upTo(10).map((i) => i + 1),
        inertia,
        'falling',
      ),
    ).toBe(2);
  });

  test('a curve that rises ever faster bends late', () => {
    const y = [1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.8, 4, 9];
    expect(kneeOf(upTo(10), y, 'rising')).toBe(7);
  });

  test('a straight line, a level one, and one of two points have none', () => {
    expect(
      kneeOf(
        upTo(9),
        upTo(9).map((i) => 90 - 10 * i),
        'falling',
      ),
    ).toBeNull();
    expect(
      kneeOf(
        upTo(9),
        upTo(9).map(() => 4),
        'falling',
      ),
    ).toBeNull();
    expect(kneeOf([1, 2], [5, 1], 'falling')).toBeNull();
  });

  test('a line with a little dust has none', () => {
    expect(
      kneeOf(
        upTo(12),
        upTo(12).map((i) => 120 - 10 * i + (i % 2)),
        'falling',
      ),
    ).toBeNull();
  });
});

describe('gap statistic', () => {
  test('the first number that the next does not beat by more than its error', () => {
    // log W: 3, 2, 0.9, 0.8; references 3 ± 0.1, 2.7 ± 0.1, 2.4 ± 0.1, 2.2 ± 0.1
    const around = (log: number) => [Math.exp(log - 0.1), Math.exp(log + 0.1)];
    const { gaps, errors, chosen } = gapOf([3, 2, 0.9, 0.8].map(Math.exp), [3, 2.7, 2.4, 2.2].map(around));
    expect(gaps.map((gap) => Number(gap!.toFixed(9)))).toEqual([0, 0.7, 1.5, 1.4]);
    for (const error of errors) expect(error).toBeCloseTo(0.1 * Math.sqrt(1.5), 9);
    expect(chosen).toBe(2);
  });

  test('none where the gap rises to the end, and none where runs are missing or W is 0', () => {
    const flat = [Math.exp(1), Math.exp(1)];
    expect(
      gapOf(
        [1, 0.5].map((v) => v),
        [flat, flat],
      ).chosen,
    ).toBeNull();
    expect(gapOf([null, 0, 2], [flat, flat, [2, null]]).gaps).toEqual([null, null, null]);
  });
});

test('the best is the highest, or the lowest, or nothing', () => {
  expect(bestOf([null, 1, 3, 3], { better: 'higher' })).toBe(2);
  expect(bestOf([null, 1, 3], { better: 'lower' })).toBe(1);
  expect(bestOf([1, 2], { better: null })).toBeNull();
  expect(bestOf([null], { better: 'higher' })).toBeNull();
  expect(extentOf([null, 2, undefined, -1, Number.NaN])).toEqual([-1, 2]);
  expect(extentOf([])).toBeNull();
});

test('the best cell comes with the caution of its score, and says what noise and samples do to it', () => {
  const cell = (nNoise: number, silhouetteSampleSize: number | null) => ({ nNoise, silhouetteSampleSize }) as Cell;
  const silhouette = measureOf('silhouette_score')!;
  expect(cautionFor(silhouette, cell(0, null), 150)).toBe(
    'silhouette_score favours round clusters that lie well apart.',
  );
  expect(cautionFor(silhouette, cell(15, 10_000), 150)).toBe(
    'silhouette_score favours round clusters that lie well apart; noise (10 % of the rows here) counts as one more cluster; it is that of a sample of 10000 rows.',
  );
  expect(cautionFor(measureOf('adjusted_rand_score')!, cell(0, null), 150)).toContain('needs the true classes');
  expect(cautionFor(measureOf('homogeneity_score')!, cell(0, null), 150)).toMatch(
    /^homogeneity_score needs the true classes.*; always favours many small clusters\.$/,
  );
  expect(cautionFor(silhouette, undefined, 150)).toBeNull();
});
