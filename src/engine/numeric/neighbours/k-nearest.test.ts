import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matrix } from '../matrix.ts';
import { RandomState } from '../random-state.ts';
import { kNearest } from './k-nearest.ts';

function drain(steps: Generator<null, Int32Array>): Int32Array {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function expectNearest(data: Float64Array, n: number, d: number, k: number): void {
  const found = drain(kNearest(matrix(n, d, data), k));
  for (let i = 0; i < n; i++) {
    const squares = Array.from({ length: n }, (_, j) => {
      let sum = 0;
      for (let f = 0; f < d; f++) sum += (data[i * d + f]! - data[j * d + f]!) ** 2;
      return sum;
    });
    const rows = Array.from(found.subarray(i * k, (i + 1) * k));
    expect(new Set(rows).size).toBe(k);
    const byDistance = (a: number, b: number) => a - b;
    expect(rows.map((j) => squares[j]!).sort(byDistance)).toEqual([...squares].sort(byDistance).slice(0, k));
  }
}

test('no row that is left out is nearer than one that is taken, by tree or by all pairs', () => {
  const problems = fc
    .record({ n: fc.integer({ min: 1, max: 150 }), d: fc.constantFrom(1, 2, 3, 16) })
    .chain(({ n, d }) =>
      fc.record({ n: fc.constant(n), d: fc.constant(d), k: fc.integer({ min: 1, max: n }), seed: fc.nat(99) }),
    );
  fc.assert(
    fc.property(problems, ({ n, d, k, seed }) => {
      const random = new RandomState(seed);
      expectNearest(
        Float64Array.from({ length: n * d }, () => random.randint(0, 12)),
        n,
        d,
        k,
      );
    }),
    { numRuns: 60 },
  );
});

test.each([
  [250, 16, 12],
  [230, 40, 2],
  [211, 17, 400],
])('the same of %i wide rows of %i columns', (n, d, top) => {
  const random = new RandomState(n);
  // Whole numbers, of which many tie; duplicates; some rows alike but for the last digits.
  const data = Float64Array.from({ length: n * d }, () => random.randint(0, top));
  data.copyWithin(50 * d, 0, 30 * d);
  for (let at = 50 * d; at < 65 * d; at++) data[at]! += 1e-9 * random.randomSample();
  for (const k of [1, 7, 100, n]) expectNearest(data, n, d, k);
  // Of rows that tie for the last place those are kept that come first, as where every pair is measured.
  const same = new Float64Array(n * d).fill(3);
  expect([...drain(kNearest(matrix(n, d, same), 4)).subarray(0, 8)].sort()).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
});
