import { describe, expect, it } from 'vitest';
import { RandomState } from '../numeric/random-state.ts';
import type { Rows } from './layout.ts';
import { type Near, nearest } from './near.ts';

function end<T>(work: Generator<unknown, T, void>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

function groups(n: number, cols: number, seed: number): Rows {
  const random = new RandomState(seed);
  const data = new Float32Array(n * cols);
  for (let at = 0; at < data.length; at++) data[at] = random.randomSample() + 3 * (Math.floor(at / cols) % 7);
  return { data, rows: n, cols };
}

function byAllPairs({ data, rows, cols }: Rows, i: number, k: number): number[] {
  const others = Array.from({ length: rows }, (_, j) => {
    let sum = 0;
    for (let f = 0; f < cols; f++) sum += (data[i * cols + f]! - data[j * cols + f]!) ** 2;
    return [sum, j] as const;
  }).filter(([, j]) => j !== i);
  return others
    .sort((a, b) => a[0] - b[0])
    .slice(0, k)
    .map(([, j]) => j);
}

const own = ({ rows, k }: Near, i: number) => Array.from(rows.subarray(i * k, (i + 1) * k));

describe('nearest', () => {
  it('finds the nearest others, nearest first, whatever the number of columns', () => {
    for (const cols of [1, 2, 5, 8]) {
      const points = groups(120, cols, cols);
      const near = end(nearest(points, points, 6, true, new RandomState(0)));
      for (const i of [0, 17, 119]) expect(own(near, i)).toEqual(byAllPairs(points, i, 6));
    }
  });

  it('finds nearly all of them by cells', () => {
    const points = groups(6000, 10, 1);
    const near = end(nearest(points, points, 10, true, new RandomState(0)));
    let found = 0;
    for (let i = 0; i < 6000; i += 100) {
      const truth = new Set(byAllPairs(points, i, 10));
      found += own(near, i).filter((row) => truth.has(row)).length;
    }
    expect(found / 600).toBeGreaterThan(0.95);
  });

  it('looks among others, and leaves open what it cannot find', () => {
    const points = { data: Float32Array.of(0, 10), rows: 2, cols: 1 };
    const among = { data: Float32Array.of(9, 1), rows: 2, cols: 1 };
    const near = end(nearest(points, among, 3, false, new RandomState(0)));
    expect([...near.rows]).toEqual([1, 0, -1, 0, 1, -1]);
  });

  it('bears rows that are all equal', () => {
    const points = { data: new Float32Array(5000 * 3), rows: 5000, cols: 3 };
    const near = end(nearest(points, points, 4, true, new RandomState(0)));
    expect(near.rows.every((row, at) => row !== Math.floor(at / 4))).toBe(true);
    expect([...near.distances.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
  });
});
