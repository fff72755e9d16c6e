import { describe, expect, test } from 'vitest';
import { algorithms } from '../algorithms/specs.ts';
import { type Axis, axisValues, checkAxis, startAxis, sweepable } from './axes.ts';
import { completeParams } from './defaults.ts';
import { int, real } from './kinds.ts';
import { cellParams, checkSweep, coarseFirst, NO_REPEATS, type Sweep, tasksOf } from './sweep.ts';
import { validateParam } from './validate.ts';

const specOf = (id: string) => algorithms.find((one) => one.id === id)!.params;

describe.each(algorithms.map(({ id, params }) => [id, params] as const))('%s', (_, specs) => {
  test('every parameter that can be swept starts with an axis of good values', () => {
    const names = sweepable(specs, completeParams(specs, {}));
    expect(names.length).toBeGreaterThan(2);
    for (const name of names) {
      const axis = startAxis(name, specs[name]!);
      checkAxis('x', axis, specs);
      const values = axisValues(axis, specs[name]!);
      expect(values.length, name).toBeGreaterThan(0);
      expect(new Set(values).size).toBe(values.length);
      for (const value of values) validateParam(name, specs[name]!, value);
    }
  });
});

describe('places', () => {
  const ratio = real({ default: 1, above: 0, redo: 'fit', doc: '' });
  const count = int({ default: 1, min: 1, redo: 'fit', doc: '' });
  const range = (from: number, to: number, n: number, scale: 'linear' | 'log'): Axis => ({
    param: 'a',
    from,
    to,
    count: n,
    scale,
  });

  test('linear: even, without the dust of floating point', () => {
    expect(axisValues(range(0.05, 1, 20, 'linear'), ratio)).toContain(0.15);
    expect(axisValues(range(0.1, 0.5, 5, 'linear'), ratio)).toEqual([0.1, 0.2, 0.3, 0.4, 0.5]);
  });

  test('log: even factors, the ends as they were given', () => {
    expect(axisValues(range(0.01, 100, 5, 'log'), ratio)).toEqual([0.01, 0.1, 1, 10, 100]);
    expect(axisValues(range(0.123456789, 1, 2, 'log'), ratio)).toEqual([0.123456789, 1]);
  });

  test('whole numbers come once; one place is the first end', () => {
    expect(axisValues(range(1, 4, 20, 'linear'), count)).toEqual([1, 2, 3, 4]);
    expect(axisValues(range(3, 9, 1, 'linear'), count)).toEqual([3]);
  });
});

describe('bad sweeps', () => {
  const good: Sweep = {
    recipe: { dataset: 'iris', algorithm: 'DBSCAN', params: {} },
    x: { param: 'eps', from: 0.1, to: 1, count: 10, scale: 'linear' },
    y: { param: 'min_samples', from: 2, to: 11, count: 10, scale: 'linear' },
    repeats: NO_REPEATS,
  };
  test('a good one passes', () => checkSweep(good));

  test.each<[string, Partial<Sweep>, string]>([
    ['reversed', { x: { ...good.x, from: 2 } as Axis }, 'x.from: must be below the other end, 1'],
    ['empty', { x: { ...good.x, from: 1 } as Axis }, 'x.from: must be below the other end, 1'],
    ['no place', { y: { ...good.y, count: 0 } as Axis }, 'y.count: must be a whole number from 1 on'],
    ['outside the spec', { x: { ...good.x, from: -1 } as Axis }, 'x.from: must be greater than 0'],
    ['not whole', { y: { ...good.y, to: 9.5 } as Axis }, 'y.to: must be a whole number, not 9.5'],
    ['unknown', { x: { ...good.x, param: 'epss' } as Axis }, 'x: there is no parameter the text "epss" to sweep'],
    ['twice', { y: good.x }, 'y: eps is swept by the other axis already'],
    ['no value', { y: { param: 'metric', values: [] } }, 'y.values: must have at least one value'],
    ['a value that is none', { y: { param: 'metric', values: ['euklid'] } }, 'y.values: must be one of '],
    ['a choice as a range', { y: { ...good.y, param: 'metric' } as Axis }, 'y: metric takes some of its values'],
    [
      'a million cells',
      { x: { ...good.x, count: 1000 } as Axis, y: { ...good.y, count: 1000 } as Axis },
      'x.count: 1,000 × 1,000 cells are more than 10,000 runs, the most that a sweep may have',
    ],
    [
      'a million in a row',
      { x: { ...good.x, count: 1e6 } as Axis, y: null },
      'x.count: 1,000,000 cells are more than 10,000 runs, the most that a sweep may have',
    ],
    [
      'a million repeats',
      { repeats: { ...NO_REPEATS, bootstraps: 1e4 } },
      'repeats: 100 cells with 10,001 runs each are more than 10,000 runs, the most that a sweep may have',
    ],
  ])('%s', (_, part, message) => {
    expect(() => checkSweep({ ...good, ...part })).toThrow(message);
  });
});

test('a cell drops what does not count beside what is swept', () => {
  const recipe = {
    dataset: 'iris',
    algorithm: 'AgglomerativeClustering',
    params: { n_clusters: null, distance_threshold: 3 },
  };
  const x: Axis = { param: 'n_clusters', from: 2, to: 3, count: 2, scale: 'linear' };
  expect(cellParams({ recipe, x, y: null, repeats: NO_REPEATS }, 2, null)).toEqual({ n_clusters: 2 });
  expect(specOf('AgglomerativeClustering').distance_threshold!.when).toEqual({ n_clusters: [null] });
});

test('a coarse grid comes first, and every cell once', () => {
  const order = coarseFirst(20, 10);
  expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, i) => i));
  expect(order.slice(0, 15).every((cell) => (cell % 20) % 4 === 0 && Math.floor(cell / 20) % 4 === 0)).toBe(true);
});

test('repeats: other seeds, samples, points without clusters; the cells themselves first', () => {
  const recipe = { dataset: 'iris', algorithm: 'KMeans', params: { random_state: 7 } };
  const x: Axis = { param: 'n_clusters', from: 2, to: 3, count: 2, scale: 'linear' };
  const tasks = tasksOf({ recipe, x, y: null, repeats: { seeds: 2, bootstraps: 1, references: 1 } });
  expect(tasks.slice(0, 2).map(({ params, isPlain }) => [params.random_state, isPlain])).toEqual([
    [7, true],
    [7, true],
  ]);
  expect(tasks.slice(2).map(({ cell, params, sample }) => [cell, params.random_state, sample?.kind ?? null])).toEqual([
    [0, 0, null],
    [0, 7, 'bootstrap'],
    [0, 7, 'uniform'],
    [1, 0, null],
    [1, 7, 'bootstrap'],
    [1, 7, 'uniform'],
    [0, 1, null],
    [1, 1, null],
  ]);
});
