import { expect, test } from 'vitest';
import { squaredNorms } from '../dots.ts';
import { RandomState } from '../random-state.ts';
import { assignInBounds, followCenters, noBounds } from './bounds.ts';
import { assignNearest } from './nearest.ts';
import type { Points } from './points.ts';

/** Rows around a few places, some of them twice, some on whole numbers, where distances tie. */
function scattered(n: number, d: number, random: RandomState): Points {
  const data = Float64Array.from({ length: n * d }, () => random.randomSample() * 8);
  for (let at = 0; at < data.length / 3; at++) data[at] = Math.round(data[at]!);
  data.copyWithin(0, data.length - 6 * d, data.length - 3 * d);
  return { data, norms: squaredNorms(data, n, d), n, d };
}

test.each([1, 2, 3, 7])('labels are those of every distance measured, step after step, in %i dimensions', (d) => {
  const random = new RandomState(d);
  for (const k of [1, 2, 6, 15]) {
    const points = scattered(300, d, random);
    const centers = points.data.slice(0, k * d);
    const bounds = noBounds(points, k);
    const labels = new Int32Array(points.n).fill(-1);
    const all = labels.slice();
    for (let step = 0; step < 25; step++) {
      const norms = squaredNorms(centers, k, d);
      followCenters(bounds, centers, d);
      assignInBounds(points, bounds, centers, norms, labels, 0, points.n);
      assignNearest(points, centers, norms, all, 0, points.n);
      expect(labels).toEqual(all);
      // Ever smaller moves, some of them none, and one centre that jumps.
      for (let at = 0; at < k * d; at++) {
        if (step % 4 !== 3) centers[at]! += (random.randomSample() - 0.5) * 0.8 ** step;
      }
      if (step === 12) centers.set(points.data.subarray(40 * d, 41 * d), 0);
    }
  }
});

test('a row whose centre is the nearest by far is not looked at again', () => {
  const points: Points = { data: Float64Array.of(0, 1, 100), norms: Float64Array.of(0, 1, 10_000), n: 3, d: 1 };
  const bounds = noBounds(points, 2);
  const labels = Int32Array.of(-1, -1, -1);
  const assign = (...centers: number[]) => {
    const at = Float64Array.from(centers);
    followCenters(bounds, at, 1);
    assignInBounds(points, bounds, at, squaredNorms(at, 2, 1), labels, 0, 3);
  };
  assign(0, 100);
  assign(1, 99);
  // Less by what the other centre has moved: a new measurement would say 99, 98 and 99.
  expect([...bounds.others].map(Math.round)).toEqual([99, 98, 99]);
  bounds.others.fill(1e9);
  assign(300, 100);
  expect([...labels]).toEqual([0, 0, 1]);
});
