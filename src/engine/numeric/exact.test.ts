import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fusedMultiplyAdd, productError, sumError } from './exact.ts';

/** A float64 as an integer times 2^-1200, so that sums and products can be checked without rounding. */
const ONE = 1200n;
function exactly(x: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const exponent = (bits >> 52n) & 0x7ffn;
  const mantissa = (bits & 0xfffffffffffffn) | (exponent ? 1n << 52n : 0n);
  const size = mantissa << (ONE + (exponent || 1n) - 1075n);
  return bits >> 63n ? -size : size;
}

// Short mantissas make ties between two neighbouring results likely, where double rounding goes wrong.
const numbers = fc
  .tuple(fc.integer({ min: -(2 ** 30), max: 2 ** 30 }), fc.integer({ min: -60, max: 60 }), fc.boolean(), fc.double())
  .map(([m, e, isPlain, noise]) => (isPlain || !(Math.abs(noise) < 1) ? m * 2 ** e : m * 2 ** e * (1 + noise / 4)));

test('what a sum and a product lose', () => {
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      expect(exactly(a + b) + exactly(sumError(a, b, a + b))).toBe(exactly(a) + exactly(b));
      fc.pre(a === 0 || b === 0 || Math.abs(a * b) > 1e-200);
      expect((exactly(a * b) + exactly(productError(a, b, a * b))) << ONE).toBe(exactly(a) * exactly(b));
    }),
  );
});

test('a fused multiply-add is the nearest number to the exact one, ties to even', () => {
  const view = new DataView(new ArrayBuffer(8));
  const neighbour = (x: number, step: bigint) => {
    view.setFloat64(0, x);
    view.setBigUint64(0, view.getBigUint64(0) + step);
    return view.getFloat64(0);
  };
  fc.assert(
    fc.property(numbers, numbers, numbers, (a, b, c) => {
      fc.pre(a === 0 || b === 0 || Math.abs(a * b) > 1e-200);
      const wanted = exactly(a) * exactly(b) + (exactly(c) << ONE);
      const got = fusedMultiplyAdd(a, b, c);
      fc.pre(Math.abs(got) > 1e-200);
      const distance = (x: number) => {
        const difference = (exactly(x) << ONE) - wanted;
        return difference < 0n ? -difference : difference;
      };
      view.setFloat64(0, got);
      const isEven = (view.getBigUint64(0) & 1n) === 0n;
      for (const step of [1n, -1n]) {
        const other = distance(neighbour(got, step));
        if (isEven) expect(distance(got) <= other).toBe(true);
        else expect(distance(got) < other).toBe(true);
      }
    }),
    { numRuns: 3000 },
  );
});

test('cases where rounding twice would give the wrong neighbour', () => {
  const a = 1 + 2 ** -27;
  // 1 + 2^-26 + 2^-54 lies just above the middle between two numbers once 2^-80 is added, and just below without.
  expect(fusedMultiplyAdd(a, a, 2 ** -80)).toBe(1 + 2 ** -26);
  expect(fusedMultiplyAdd(1 + 2 ** -52, 1, 2 ** -53)).toBe(1 + 2 ** -51);
  expect(fusedMultiplyAdd(0.1, 10, -1)).toBe(5.551115123125783e-17);
});
