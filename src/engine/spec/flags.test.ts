import { expect, test } from 'vitest';
import { redFlags } from './flags.ts';
import { int, real } from './kinds.ts';

const noun = { one: 'point', many: 'points' };
const specs = {
  eps: real({ default: 0.5, above: 0, raising: 'fewer clusters', redo: 'fit', doc: '' }),
  min_samples: int({ default: 5, min: 1, raising: 'more clusters', redo: 'fit', doc: '' }),
  quiet: int({ default: 5, redo: 'fit', doc: '' }),
  n_clusters: int({ default: 2, raising: 'more clusters', when: { quiet: [1] }, redo: 'fit', doc: '' }),
};
const flags = (labels: number[], params = {}) => redFlags({ labels: Int32Array.from(labels), specs, params, noun });
const many = (n: number, of: (i: number) => number) => Array.from({ length: n }, (_, i) => of(i));

test('a sound result has none', () => {
  expect(flags(many(20, (i) => (i % 4) - 1))).toEqual([]);
  expect(flags([0, 1])).toEqual([]);
});

test('all noise, nearly all noise', () => {
  expect(flags(many(20, () => -1))).toEqual(['All 20 points are noise. Try to raise eps or lower min_samples.']);
  expect(flags(many(100, (i) => (i < 8 ? i % 2 : -1)))).toEqual([
    '92 % of the points are noise. Try to raise eps or lower min_samples.',
  ]);
});

test('one cluster only, unless it was asked for', () => {
  expect(flags(many(20, () => 0))).toEqual([
    'One cluster only: nothing is told apart. Try to raise min_samples or lower eps.',
  ]);
  expect(
    flags(
      many(20, () => 0),
      { n_clusters: 1 },
    ),
  ).toEqual([]);
  expect(
    flags(
      many(20, () => 0),
      { quiet: 1 },
    )[0],
  ).toMatch(/raise min_samples and n_clusters or lower eps/);
});

test('every row its own cluster, or most of them; no advice that cannot be taken', () => {
  expect(flags(many(20, (i) => i))).toEqual([
    'Every point is a cluster of its own. Try to raise eps or lower min_samples.',
  ]);
  expect(
    flags(
      many(20, (i) => i),
      { min_samples: 1 },
    )[0],
  ).toMatch(/Try to raise eps\.$/);
  expect(flags(many(20, (i) => i % 15))[0]).toMatch(/^15 clusters for 20 points: most are alone/);
});

test('one that holds nearly everything', () => {
  expect(flags(many(200, (i) => Math.max(0, i - 197)))).toEqual([
    'One cluster holds 99 % of the points; the other 2 clusters hold 2.',
  ]);
});
