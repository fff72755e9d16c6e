import { describe, expect, test } from 'vitest';
import { RandomState } from '../../src/engine/numeric/random-state.ts';
import { expectSummary, loadCases, type Summary } from './cases.ts';

interface Case extends Summary {
  readonly name: string;
  readonly method: string;
  readonly seed: number;
  /** The three numbers of `random_sample` that follow. */
  readonly then: readonly number[];
  /** Index and numpy's value of the draws whose last bit hangs on the C library's logarithm (python/random_numbers.py). */
  readonly unlike?: readonly (readonly [index: number, value: number])[];
}

const N = 10_000;

function times(count: number, draw: () => number | ArrayLike<number>): number[] {
  return Array.from({ length: count }, draw).flatMap((drawn) =>
    typeof drawn === 'number' ? drawn : Array.from(drawn),
  );
}

function normalized(weights: number[]): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return Float64Array.from(weights, (weight) => weight / total);
}

const weights = (n: number) => normalized(Array.from({ length: n }, (_, i) => ((i * 7) % 13) + 1));
const WEIGHTS_100 = weights(100);
const sparseWeights = (n: number) => normalized(Array.from({ length: n }, (_, i) => (i % 50 === 0 ? 1000 : 1)));

function shuffled<T extends Float64Array | Int32Array>(random: RandomState, a: T, rowLength = 1): T {
  random.shuffle(a, rowLength);
  return a;
}

/** The same draws as METHODS of python/random_numbers.py. */
const methods: Record<string, (random: RandomState) => ArrayLike<number>> = {
  random_sample: (random) => random.randomSamples(N),
  'uniform -1 1': (random) => times(N, () => random.uniform(-1, 1)),
  'uniform 0.1 7.3': (random) => times(N, () => random.uniform(0.1, 7.3)),
  'randint 0 2': (random) => times(N, () => random.randint(0, 2)),
  'randint 0 150': (random) => times(N, () => random.randint(0, 150)),
  'randint -5 1000': (random) => times(N, () => random.randint(-5, 1000)),
  'randint 0 2147483647': (random) => times(N, () => random.randint(0, 2147483647)),
  'randint 0 4294967296': (random) => times(N, () => random.randint(0, 2 ** 32)),
  'randint 3 4': (random) => [...times(10, () => random.randint(3, 4)), ...times(10, () => random.randint(0, 100))],
  'permutation 10000': (random) => random.permutation(N),
  'permutation 7': (random) => times(1500, () => random.permutation(7)),
  shuffle: (random) =>
    shuffled(
      random,
      Float64Array.from({ length: N }, (_, i) => i * 0.5),
    ),
  'shuffle rows': (random) =>
    shuffled(
      random,
      Int32Array.from({ length: 9000 }, (_, i) => i),
      3,
    ),
  choice: (random) => random.choice(150, { size: N }),
  'choice p': (random) => random.choice(150, { size: N, p: weights(150) }),
  'choice p one by one': (random) => times(N, () => random.choice(100, { size: 1, p: WEIGHTS_100 })),
  'choice no replacement': (random) => times(200, () => random.choice(500, { size: 50, replace: false })),
  'choice p no replacement': (random) =>
    times(200, () => random.choice(500, { size: 50, replace: false, p: weights(500) })),
  'choice sparse p no replacement': (random) =>
    times(200, () => random.choice(500, { size: 50, replace: false, p: sparseWeights(500) })),
  standard_normal: (random) => times(N, () => random.standardNormal()),
  normal: (random) => times(N, () => random.normal(2.5, 0.3)),
  'standard_normal odd': (random) => [
    ...times(3, () => random.standardNormal()),
    ...times(2, () => random.randomSample()),
    ...times(2, () => random.standardNormal()),
  ],
};

describe("RandomState: numpy's own stream, bit for bit", () => {
  const cases = loadCases<Case>('random_numbers');

  test('every method is compared', () => {
    expect([...new Set(cases.map((one) => one.method))].sort()).toEqual(Object.keys(methods).sort());
  });

  test.each(cases)('$name', (one) => {
    const random = new RandomState(one.seed);
    const drawn = Float64Array.from(methods[one.method]!(random));
    for (const [index, value] of one.unlike ?? []) {
      // One unit in the logarithm is at most two in the last place here.
      expect(Math.abs(drawn[index]! - value)).toBeLessThanOrEqual(2 * Number.EPSILON * Math.abs(value));
      drawn[index] = value;
    }
    expectSummary(drawn, one);
    expect(Array.from(random.randomSamples(3))).toEqual(one.then);
  });
});

describe('RandomState: what cannot be drawn', () => {
  test.each([-1, 0.5, 2 ** 32, Number.NaN])('seed %s', (seed) => {
    expect(() => new RandomState(seed)).toThrow(RangeError);
  });

  test('an empty range, too many without replacement, weights of the wrong number', () => {
    const random = new RandomState(0);
    expect(() => random.randint(3, 3)).toThrow(RangeError);
    expect(() => random.choice(3, { size: 4, replace: false })).toThrow(RangeError);
    expect(() => random.choice(2, { size: 2, replace: false, p: Float64Array.of(1, 0) })).toThrow(RangeError);
    expect(() => random.choice(2, { size: 1, p: Float64Array.of(1) })).toThrow(RangeError);
  });
});
