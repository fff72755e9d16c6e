import { expect, test } from 'vitest';
import { algorithmSpec } from '../engine/algorithms/specs.ts';
import type { Recipe } from '../engine/recipe.ts';
import type { AlgorithmSpec } from '../engine/spec/algorithm.ts';
import { real } from '../engine/spec/kinds.ts';
import { BUDGET, Gate } from './gate.ts';

/** One method costs nothing, the other n² · d · 100 ns and n² · 8 bytes; `weight` makes it dearer. */
const gateOf = () => new Gate((id) => (id === 'Free' ? { params: {} } : dear));
const dear: Pick<AlgorithmSpec, 'params' | 'cost'> = {
  params: { weight: real({ default: 1, redo: 'fit', doc: '' }) },
  cost: (n, d, { weight }) => ({ seconds: n * n * d * 1e-7 * Number(weight), bytes: 8 * n * n }),
};
const points = (n_samples: number, rest: Partial<Recipe> = {}): Recipe => ({
  dataset: { make: 'make_moons', n_samples, random_state: 0 },
  algorithm: 'Dear',
  params: {},
  ...rest,
});

test('what is cheap, or has no price, may start', () => {
  expect(gateOf().hold(points(1000))).toBeNull();
  expect(gateOf().hold(points(100_000, { algorithm: 'Free' }))).toBeNull();
});

test('what takes too long or too much memory is held, with its price and a sample that is within the budget', () => {
  const held = gateOf().hold(points(10_000))!;
  expect(held.rows).toBe(10_000);
  expect(held.cost.seconds).toBeCloseTo(20);
  expect(held.cost.bytes).toBe(8e8);
  expect(held.sample).toEqual({ rows: 2000, isRandom: true });
  expect(gateOf().hold(points(10_000, { params: { weight: 50 } }))?.sample?.rows).toBe(1000);
  expect(gateOf().hold(points(10_000, { params: { weight: 1e6 } }))?.sample).toBeNull();
  const few = gateOf().hold(points(10_000, { params: { weight: 0.01 }, rows: 9000 }));
  expect(few).toBeNull();
  expect(BUDGET.seconds).toBe(10);
});

test('counts the rows and the columns that are chosen', () => {
  expect(gateOf().hold(points(10_000, { rows: 5000 }))).toBeNull();
  expect(gateOf().hold(points(10_001, { features: [1] }))?.cost.seconds).toBeCloseTo(10.002);
  const { sample } = gateOf().hold({ dataset: 'digits', algorithm: 'Dear', params: {} })!;
  expect(sample).toEqual({ rows: 1000, isRandom: false });
  const unshuffled = points(10_000, { dataset: { make: 'make_moons', n_samples: 10_000, shuffle: false } });
  expect(gateOf().hold(unshuffled)?.sample?.isRandom).toBe(false);
});

test('a word lets this run start and its like, but not one that costs far more, nor one on other data', () => {
  const gate = gateOf();
  gate.allow(gate.hold(points(10_000))!);
  expect(gate.hold(points(10_000))).toBeNull();
  expect(gate.hold(points(10_000, { params: { weight: 1.2 } }))).toBeNull();
  expect(gate.hold(points(10_000, { params: { weight: 2 } }))).not.toBeNull();
  expect(gate.hold(points(10_001))).not.toBeNull();
});

test('another cut of the fit that the worker keeps costs nothing, unless the worker was lost', () => {
  const gate = new Gate((id) => ({ ...algorithmSpec(id)!, cost: () => ({ seconds: 60, bytes: 0 }) }));
  const tree = (n_clusters: number, linkage = 'ward'): Recipe =>
    points(9000, { algorithm: 'AgglomerativeClustering', params: { n_clusters, linkage } });
  expect(gate.hold(tree(2))).not.toBeNull();
  gate.ended(tree(2));
  gate.ended(points(100, { algorithm: 'KMeans' }));
  expect(gate.hold(tree(5))).toBeNull();
  expect(gate.hold(tree(5, 'single'))).not.toBeNull();
  gate.workerLost();
  expect(gate.hold(tree(5))).not.toBeNull();
});
