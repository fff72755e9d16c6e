import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adjustedMutualInfoScore } from './adjusted-mutual-info.ts';
import { adjustedRandScore } from './adjusted-rand.ts';
import { completenessScore } from './completeness.ts';
import { expectedMutualInformation } from './expected-mutual-info.ts';
import { fowlkesMallowsScore } from './fowlkes-mallows.ts';
import { homogeneityScore } from './homogeneity.ts';
import { normalizedMutualInfoScore } from './normalized-mutual-info.ts';
import { vMeasureScore } from './v-measure.ts';

const symmetric = {
  vMeasureScore,
  adjustedRandScore,
  adjustedMutualInfoScore,
  normalizedMutualInfoScore,
  fowlkesMallowsScore,
};
const all = { ...symmetric, homogeneityScore, completenessScore };

/** Two labelings of the same 1…30 rows, -1 among the labels. */
const pairOfLabelings = fc
  .array(fc.tuple(fc.integer({ min: -1, max: 4 }), fc.integer({ min: -1, max: 6 })), { minLength: 1, maxLength: 30 })
  .map((rows) => [Int32Array.from(rows, ([a]) => a), Int32Array.from(rows, ([, b]) => b)] as const);

/** Other names for the same labels. */
const rename = (labels: Int32Array) => labels.map((label) => 1000 - 37 * label);

describe('scores against true classes', () => {
  test.each(Object.entries(all))('%s does not depend on the names of the labels', (_, score) => {
    fc.assert(
      fc.property(pairOfLabelings, ([a, b]) => {
        expect(score(rename(a), b)).toBeCloseTo(score(a, b), 12);
        expect(score(a, rename(b))).toBeCloseTo(score(a, b), 12);
      }),
    );
  });

  test.each(Object.entries(symmetric))('%s is symmetric', (_, score) => {
    fc.assert(
      fc.property(pairOfLabelings, ([a, b]) => {
        expect(score(a, b)).toBeCloseTo(score(b, a), 12);
      }),
    );
  });

  test.each(Object.entries(all))('%s of a labeling with itself is 1', (name, score) => {
    fc.assert(
      fc.property(pairOfLabelings, ([labels]) => {
        const isAllAlone = new Set(labels).size === labels.length;
        expect(score(labels, rename(labels))).toBeCloseTo(name === 'fowlkesMallowsScore' && isAllAlone ? 0 : 1, 12);
      }),
    );
  });

  test.each(Object.entries(all))('%s stays within its range', (_, score) => {
    fc.assert(
      fc.property(pairOfLabelings, ([a, b]) => {
        expect(score(a, b)).toBeLessThanOrEqual(1 + 1e-12);
        expect(score(a, b)).toBeGreaterThanOrEqual(-1);
      }),
    );
  });

  test('independent labels share nothing, to the last digit', () => {
    for (let size = 2; size < 30; size++) {
      const a = Int32Array.from({ length: size * size }, (_, i) => i % size);
      const b = Int32Array.from({ length: size * size }, (_, i) => Math.floor(i / size));
      expect(normalizedMutualInfoScore(a, b)).toBe(0);
      expect(homogeneityScore(a, b)).toBe(0);
    }
  });

  test('the same partition has exactly 1, also where what is corrected for chance is 0 / 0', () => {
    for (let n = 1; n < 100; n++) {
      for (const size of [1, 2, 3]) {
        const labels = Int32Array.from({ length: n }, (_, i) => Math.floor(i / size));
        expect(adjustedMutualInfoScore(labels, rename(labels))).toBe(1);
      }
    }
  });

  test('without rows, as scikit-learn', () => {
    const none = new Int32Array(0);
    const scores = Object.entries(all).map(([name, score]) => [name, score(none, none)]);
    expect(Object.fromEntries(scores)).toEqual({
      ...Object.fromEntries(Object.keys(all).map((name) => [name, 1])),
      fowlkesMallowsScore: 0,
    });
  });

  test('70,000 rows, where products of pairs pass 2⁵³', () => {
    const a = Int32Array.from({ length: 70_000 }, (_, i) => i % 10);
    const b = Int32Array.from({ length: 70_000 }, (_, i) => (i < 35_000 ? i % 10 : 10));
    expect(adjustedRandScore(a, b)).toBeCloseTo(0.14057493010095598, 15);
    expect(adjustedRandScore(a, a)).toBe(1);
  });
});

describe('expected mutual information', () => {
  const log = (x: number) => (x === 0 ? 0 : Math.log(x));

  /** The mean over all ways to lay the second labeling on the rows. */
  function byEnumeration(classSizes: number[], clusterSizes: number[]): number {
    const n = classSizes.reduce((sum, size) => sum + size, 0);
    const classOf = classSizes.flatMap((size, c) => Array<number>(size).fill(c));
    let sum = 0;
    let count = 0;
    const left = clusterSizes.slice();
    const table = classSizes.map(() => clusterSizes.map(() => 0));
    const place = (row: number): void => {
      if (row === n) {
        count++;
        for (const [i, a] of classSizes.entries()) {
          for (const [j, b] of clusterSizes.entries()) {
            const m = table[i]![j]!;
            sum += (m / n) * log((n * m) / (a * b));
          }
        }
        return;
      }
      for (const j of clusterSizes.keys()) {
        if (left[j] === 0) continue;
        left[j]!--;
        table[classOf[row]!]![j]!++;
        place(row + 1);
        table[classOf[row]!]![j]!--;
        left[j]!++;
      }
    };
    place(0);
    return sum / count;
  }

  test.each([
    [
      [3, 4],
      [2, 5],
    ],
    [
      [1, 1, 6],
      [4, 3, 1],
    ],
    [
      [2, 2, 2],
      [1, 1, 1, 1, 1, 1],
    ],
    [
      [6, 1],
      [6, 1],
    ],
  ])('%j against %j', (classes, clusters) => {
    const n = classes.reduce((sum, size) => sum + size, 0);
    const expected = expectedMutualInformation(Int32Array.from(classes), Int32Array.from(clusters), n);
    expect(expected).toBeCloseTo(byEnumeration(classes, clusters), 13);
  });
});
