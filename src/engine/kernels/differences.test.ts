import { expect, test } from 'vitest';
import { distanceBetween, summedDistance } from '../algorithms/agglomerative/distance.ts';
import type { Metric } from '../algorithms/agglomerative/names.ts';
import { RandomState } from '../numeric/random-state.ts';
import { Differences, HELD_ROWS } from './differences.ts';

const metrics: readonly Metric[] = ['euclidean', 'manhattan', 'chebyshev', 'cosine'];
const sizes: readonly (readonly [n: number, d: number])[] = [
  [1, 1],
  [8, 2],
  [13, 5],
  [150, 4],
  [137, 33],
];

test.each(metrics.flatMap((metric) => sizes.map(([n, d]) => [metric, n, d] as const)))(
  '%s distances of %i rows of %i columns are those of a plain loop, to the last bit',
  (metric, n, d) => {
    const random = new RandomState(n);
    const X = { data: Float64Array.from({ length: n * d }, () => random.randomSample() * 10 - 3), rows: n, cols: d };
    const plain = distanceBetween(X, metric);
    const { measure, distance } = summedDistance(X, metric);
    const differences = new Differences(X.data, d, measure);
    let pairs = 0;
    for (let from = 0; from < n; from += HELD_ROWS) {
      const held = Math.min(HELD_ROWS, n - from);
      differences.hold(from, from + held);
      differences.compare(0, n, (first, sums) => {
        for (let at = 0; at < sums.length; at++) {
          const [i, j] = [first + Math.floor(at / HELD_ROWS), from + (at % HELD_ROWS)];
          if (at % HELD_ROWS >= held || i === j) continue;
          pairs++;
          if (distance(sums[at]!, i, j) !== plain(i, j)) expect([i, j, sums[at]]).toEqual([i, j, plain(i, j)]);
        }
      });
    }
    expect(pairs).toBe(n * (n - 1));
  },
);
