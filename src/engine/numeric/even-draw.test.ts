import { expect, test } from 'vitest';
import { EvenDraw } from './even-draw.ts';
import { RandomState } from './random-state.ts';

test.each([1, 2, 3, 7, 49, 150, 1797, 10_000, 70_000])(
  'of %i draws what choice draws, and leaves the stream where it leaves it',
  (n) => {
    const [a, b] = [new RandomState(n), new RandomState(n)];
    const draw = new EvenDraw(n);
    const drawn = Int32Array.from({ length: 3000 }, () => draw.next(a));
    expect(drawn).toEqual(b.choice(n, { size: 3000, p: new Float64Array(n).fill(1 / n) }));
    expect(a.randomSample()).toBe(b.randomSample());
  },
);

test('an index is right on either side of where the table rounds', () => {
  // 49 shares of 1/49 sum to other numbers than i / 49.
  const n = 49;
  const shares = new Float64Array(n).fill(1 / n);
  let sum = 0;
  const sums = shares.map((share) => {
    sum += share;
    return sum;
  });
  const draw = new EvenDraw(n);
  for (let i = 0; i < n - 1; i++) {
    const edge = sums[i]! / sums[n - 1]!;
    for (const sample of [edge - 1e-16, edge, edge + 1e-16]) {
      const fixed = { randomSample: () => sample } as RandomState;
      expect(draw.next(fixed)).toBe(sample < edge ? i : i + 1);
    }
  }
});
