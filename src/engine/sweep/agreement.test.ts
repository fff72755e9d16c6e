import { expect, test } from 'vitest';
import { adjustedRandScore } from '../metrics/adjusted-rand.ts';
import { RandomState } from '../numeric/random-state.ts';
import type { Agreement } from '../spec/cell.ts';
import { agreementSteps } from './agreement.ts';

function agreement(repeats: readonly Int32Array[], own: Int32Array): Agreement {
  const steps = agreementSteps(repeats, own);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

test('the index of each pair is scikit-learn’s, and on the rows that both have', () => {
  const random = new RandomState(0);
  const any = (k: number) => Int32Array.from({ length: 90 }, () => random.randint(-1, k));
  const [a, b, c] = [any(3), any(4), any(2)];
  const { pairs } = agreement([a, b, c], a);
  const expected = [adjustedRandScore(b, a), adjustedRandScore(c, a), adjustedRandScore(c, b)];
  for (const [i, value] of expected.entries()) expect(pairs[i]).toBeCloseTo(value, 12);

  const [half, other] = [a.map((label, i) => (i < 60 ? label : -2)), b.map((label, i) => (i >= 30 ? label : -2))];
  const shared = adjustedRandScore(b.slice(30, 60), a.slice(30, 60));
  expect(agreement([half, other], a).pairs[0]).toBeCloseTo(shared, 12);
});

test('one cluster twice, or all rows alone twice, agree', () => {
  expect([...agreement([new Int32Array(4), new Int32Array(4)], new Int32Array(4)).pairs]).toEqual([1]);
  const alone = Int32Array.of(0, 1, 2, 3);
  expect([...agreement([alone, alone], alone).pairs]).toEqual([1]);
});

test('a row is as sure as its company is steady', () => {
  const own = Int32Array.of(0, 0, 0, 1, 1);
  // The same partition by other names; then one in which row 2 has gone over to the others.
  const { sure } = agreement([Int32Array.of(5, 5, 5, 2, 2), Int32Array.of(0, 0, 1, 1, 1)], own);
  expect([...sure]).toEqual([0.75, 0.75, 0.5, 1, 1]);
});

test('a row that no repeat has is not judged', () => {
  const { sure } = agreement([Int32Array.of(-2, 0, 0)], Int32Array.of(0, 0, 0));
  expect(sure[0]).toBeNaN();
  expect([...sure.slice(1)]).toEqual([1, 1]);
});
