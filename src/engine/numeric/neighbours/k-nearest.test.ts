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
