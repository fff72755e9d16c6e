import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromRows, matrix } from '../numeric/matrix.ts';
import type { Matrix } from '../types.ts';
import { calinskiHarabaszScore } from './calinski-harabasz.ts';
import { daviesBouldinScore } from './davies-bouldin.ts';
import { silhouetteBlocks, silhouetteSamples, silhouetteScore } from './silhouette.ts';

const all = { silhouetteScore, calinskiHarabaszScore, daviesBouldinScore };

/** 2…25 rows of one to five coordinates, on a grid now and then, with labels. */
const labeled = fc
  .record({ cols: fc.integer({ min: 1, max: 5 }), rows: fc.integer({ min: 2, max: 25 }), grid: fc.boolean() })
  .chain(({ cols, rows, grid }) =>
    fc.record({
      X: fc
        .array(
          grid
            ? fc.integer({ min: 0, max: 3 })
            : fc.integer({ min: -500_000, max: 500_000 }).map((value) => value / 9999),
          {
            minLength: rows * cols,
            maxLength: rows * cols,
          },
        )
        .map((values) => matrix(rows, cols, Float64Array.from(values))),
      labels: fc
        .array(fc.integer({ min: -1, max: 4 }), { minLength: rows, maxLength: rows })
        .map((labels) => Int32Array.from(labels)),
    }),
  );

/** Straight from the definition, every distance twice. */
function silhouettesByDefinition(X: Matrix, labels: Int32Array): number[] {
  const distance = (i: number, j: number) =>
    Math.hypot(...Array.from({ length: X.cols }, (_, k) => X.data[i * X.cols + k]! - X.data[j * X.cols + k]!));
  const rows = Array.from(labels.keys());
  const mean = (i: number, others: number[]) => others.reduce((sum, j) => sum + distance(i, j), 0) / others.length;
  return rows.map((i) => {
    const own = rows.filter((j) => j !== i && labels[j] === labels[i]);
    if (own.length === 0) return 0;
    const others = [...new Set(labels)].filter((label) => label !== labels[i]);
    const a = mean(i, own);
    const b = Math.min(
      ...others.map((label) =>
        mean(
          i,
          rows.filter((j) => labels[j] === label),
        ),
      ),
    );
    return Math.max(a, b) === 0 ? 0 : (b - a) / Math.max(a, b);
  });
}

describe('silhouettes', () => {
  test('are those of the definition, for any number of columns', () => {
    fc.assert(
      fc.property(labeled, ({ X, labels }) => {
        const samples = silhouetteSamples(X, labels);
        const count = new Set(labels).size;
        if (count < 2 || count >= X.rows) {
          expect(samples).toBeNull();
          return;
        }
        for (const [i, expected] of silhouettesByDefinition(X, labels).entries()) {
          expect(samples![i]).toBeCloseTo(expected, 10);
          expect(Math.abs(samples![i]!)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('a table that takes long can be left between two blocks', () => {
    const X = matrix(
      6000,
      2,
      Float64Array.from({ length: 12_000 }, (_, i) => Math.sin(i)),
    );
    const labels = Int32Array.from({ length: 6000 }, (_, i) => i % 3);
    const shares = [...silhouetteBlocks(X, labels)];
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
  });
});

describe('scores of the points', () => {
  test.each(Object.entries(all))('%s does not depend on the names of the labels', (_, score) => {
    fc.assert(
      fc.property(labeled, ({ X, labels }) => {
        const before = score(X, labels);
        const after = score(
          X,
          labels.map((label) => 5 - 3 * label),
        );
        if (before === null) expect(after).toBeNull();
        else expect(Math.abs(after! - before)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(before)));
      }),
    );
  });

  test.each(Object.entries(all))('%s needs 2…n-1 labels', (_, score) => {
    const X = fromRows([[0], [1], [3]]);
    expect(score(X, Int32Array.of(0, 0, 0))).toBeNull();
    expect(score(X, Int32Array.of(0, 1, 2))).toBeNull();
    expect(score(X, Int32Array.of(-1, 0, 0))).not.toBeNull();
  });

  test('Caliński-Harabasz is 1 where no cluster has any spread, whatever the last digits of the mean', () => {
    const X = fromRows([
      [0.1, 0.7],
      [0.1, 0.7],
      [0.1, 0.7],
      [5, 5],
      [5, 5],
    ]);
    expect(calinskiHarabaszScore(X, Int32Array.of(0, 0, 1, 2, 2))).toBe(1);
  });

  test('Davies-Bouldin does not compare centres that differ by rounding only', () => {
    // The means of clusters 0 and 1 are both 0.2, but not to the last digit.
    const X = fromRows([[0.1], [0.2], [0.3], [0], [0.4], [5], [6]]);
    const labels = Int32Array.of(0, 0, 0, 1, 1, 2, 2);
    expect(daviesBouldinScore(X, labels)).toBeLessThan(0.2);
    expect(daviesBouldinScore(X, labels)).toBeGreaterThan(0.1);
  });

  test('Davies-Bouldin is 0 below the threshold, and at a common centre', () => {
    const X = fromRows([[0], [1e-9], [1], [1 + 1e-9]]);
    expect(daviesBouldinScore(X, Int32Array.of(0, 0, 1, 1))).toBe(0);
    expect(daviesBouldinScore(fromRows([[-1], [1], [-2], [2]]), Int32Array.of(0, 0, 1, 1))).toBe(0);
    const almost = fromRows([[-1], [1], [-2], [2 + 1e-8]]);
    expect(daviesBouldinScore(almost, Int32Array.of(0, 0, 1, 1))).toBe(0);
  });

  test('digits survive an offset of 1e6', () => {
    const near = fromRows([
      [0, 1],
      [2, 0.5],
      [7, 8],
      [8, 8.25],
      [7.5, 9],
    ]);
    const far = { ...near, data: near.data.map((value) => value + 1e6) };
    const labels = Int32Array.of(0, 0, 1, 1, 1);
    for (const score of Object.values(all)) expect(score(far, labels)).toBeCloseTo(score(near, labels)!, 8);
  });
});
