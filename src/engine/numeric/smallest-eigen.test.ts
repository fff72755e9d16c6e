import { describe, expect, test } from 'vitest';
import { Envelope } from './envelope.ts';
import type { EigenPairs, Inverse, Laplacian } from './krylov.ts';
import { RandomState } from './random-state.ts';
import { smallestEigen } from './smallest-eigen.ts';

const WAYS = ['factorised', 'multiplied', 'factorised late'] as const;

/** The normalised Laplacian of `rings` rings of n / rings nodes each: eigenvalues 1 − cos(2πj / ring), each but 0 and 2 twice. */
function ringsOf(n: number, rings: number, way: (typeof WAYS)[number]): Laplacian {
  const size = n / rings;
  const next = (i: number, step: number) => i - (i % size) + ((i + step + size) % size);
  function* factorize(): Generator<null, Inverse, void> {
    const matrix = new Envelope(Int32Array.from({ length: n }, (_, i) => i - (i % size)));
    for (let i = 0; i < n; i++) {
      matrix.set(i, i, 1 + 1e-8);
      for (const j of [next(i, 1), next(i, -1)]) if (j < i) matrix.set(i, j, -0.5);
    }
    yield* matrix.factor();
    return (v) => matrix.solve(v);
  }
  return {
    n,
    // biome-ignore lint/correctness/useYield: there is nothing to wait for
    *multiply(v, out) {
      for (const [j, one] of v.entries()) {
        for (let i = 0; i < n; i++) out[j]![i] = one[i]! - (one[next(i, 1)]! + one[next(i, -1)]!) / 2;
      }
    },
    factorize: way === 'multiplied' ? null : factorize,
    isCheap: way === 'factorised',
    worth: 0,
  };
}

function solve(L: Laplacian, k: number): EigenPairs {
  const steps = smallestEigen(L, k, new RandomState(5).randomSamples(L.n));
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe.each(WAYS)('the smallest eigenvalues, %s', (way) => {
  test.each([
    [30, 1, 5],
    [300, 1, 7],
    [300, 3, 4],
    [300, 5, 5],
    [400, 10, 25],
    [900, 1, 6],
  ])('%s nodes in %s rings, %s of them', (n, rings, k) => {
    const { values, vectors, residual } = solve(ringsOf(n, rings, way), k);
    const all = Array.from({ length: n / rings }, (_, j) => 1 - Math.cos((2 * Math.PI * j * rings) / n));
    const expected = all.flatMap((value) => Array<number>(rings).fill(value)).sort((a, b) => a - b);
    values.forEach((value, at) => {
      expect(Math.abs(value - expected[at]!)).toBeLessThan(1e-13);
    });
    expect(residual).toBeLessThan(1e-10);
    for (const [a, v] of vectors.entries()) {
      for (const [b, w] of vectors.entries()) {
        const product = v.reduce((sum, x, i) => sum + x * w[i]!, 0);
        expect(product).toBeCloseTo(a === b ? 1 : 0, 12);
      }
    }
  });
});
