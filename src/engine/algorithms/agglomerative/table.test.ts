import { describe, expect, test } from 'vitest';
import { matrix } from '../../numeric/matrix.ts';
import { RandomState } from '../../numeric/random-state.ts';
import { chainOfPairs } from './pairs.ts';
import type { Merges } from './tree.ts';

function drain(steps: Generator<null, Merges, void>): Merges {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe.each(['complete', 'average', 'ward'] as const)('%s linkage', (linkage) => {
  // A column of zeros changes no sum, but makes rows so wide that all pairs are measured beforehand.
  test.each([
    ['free numbers', 301, 0],
    ['whole numbers, which tie', 300, 4],
    ['few rows', 9, 0],
  ])('rows of %s measured when they are asked for give the merges of those measured before', (_, n, top) => {
    const random = new RandomState(n);
    const draw = () => (top > 0 ? random.randint(0, top) : random.randomSample());
    const narrow = matrix(n, 12, Float64Array.from({ length: n * 12 }, draw));
    const wide = matrix(n, 13);
    for (let at = 0; at < narrow.data.length; at++) wide.data[Math.floor(at / 12) * 13 + (at % 12)] = narrow.data[at]!;
    for (const metric of ['euclidean', 'manhattan', 'chebyshev'] as const) {
      expect(drain(chainOfPairs(narrow, metric, linkage))).toEqual(drain(chainOfPairs(wide, metric, linkage)));
    }
  });
});
