import { expect, test } from 'vitest';
import { Envelope, envelopeCost } from './envelope.ts';
import { RandomState } from './random-state.ts';

function drain(steps: Generator<null, void>): number {
  let pauses = 0;
  while (!steps.next().done) pauses++;
  return pauses;
}

/** A diagonally dominant matrix within an envelope, as a function of its entries. */
function problem(first: Int32Array) {
  const random = new RandomState(1);
  const entries = Array.from(first, (column, i) => Array.from({ length: i - column }, () => random.uniform(-1, 1)));
  const at = (i: number, j: number): number => {
    if (i === j) return first.length + 1;
    if (j > i) return at(j, i);
    return j < first[i]! ? 0 : entries[i]![j - first[i]!]!;
  };
  const matrix = new Envelope(first);
  for (let i = 0; i < first.length; i++) for (let j = first[i]!; j <= i; j++) matrix.set(i, j, at(i, j));
  return { at, matrix };
}

test.each([
  ['a full triangle', new Int32Array(40)],
  ['a diagonal', Int32Array.from({ length: 9 }, (_, i) => i)],
  ['a ragged band', Int32Array.from({ length: 60 }, (_, i) => Math.max(0, i - ((i * 7) % 13)))],
  ['one number', new Int32Array(1)],
])('%s: what is solved, multiplied again, comes back', (_, first) => {
  const { at, matrix } = problem(first);
  const n = first.length;
  const wanted = Array.from({ length: 6 }, (_, j) => Float64Array.from({ length: n }, (_, i) => Math.sin(i + j + 1)));
  const v = wanted.map((one) => one.map((_, i) => one.reduce((sum, x, j) => sum + at(i, j) * x, 0)));
  drain(matrix.factor());
  matrix.solve(v);
  v.forEach((one, j) => {
    one.forEach((x, i) => {
      expect(x).toBeCloseTo(wanted[j]![i]!, 13);
    });
  });
});

test('stores no more than the envelope, says what it costs, and pauses', () => {
  const first = new Int32Array(400);
  const { matrix } = problem(first);
  expect(matrix.data.length).toBe((400 * 401) / 2);
  expect(envelopeCost(first)).toEqual({ entries: (400 * 401) / 2, work: (399 * 400 * 799) / 12 });
  expect(drain(matrix.factor())).toBeGreaterThan(2);
});
