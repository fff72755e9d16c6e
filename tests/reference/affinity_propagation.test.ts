import { describe, expect, test } from 'vitest';
import { fit } from '../../src/engine/algorithms/affinity-propagation/fit.ts';
import { spec } from '../../src/engine/algorithms/affinity-propagation/spec.ts';
import type { Matrix, Params } from '../../src/engine/types.ts';
import { loadCases } from './cases.ts';
import { type PointWords, pointsOf } from './points.ts';
import { drain } from './runs.ts';

interface Case {
  readonly name: string;
  readonly points: PointWords;
  readonly params: Params;
  readonly labels: readonly number[];
  readonly exemplars: readonly number[];
  readonly n_iter: number;
  /** So many rows move in scikit-learn itself (python/affinity_propagation.py). Compared all the same. */
  readonly unstable?: number;
}

describe("AffinityPropagation: scikit-learn's labels, exemplars and iterations", () => {
  const cases = loadCases<Case>('affinity_propagation');

  test('there are enough cases, some that rounding decides and some that do not converge', () => {
    expect(cases.length).toBeGreaterThanOrEqual(60);
    expect(cases.filter((one) => one.unstable).length).toBeGreaterThanOrEqual(5);
    expect(cases.filter((one) => one.n_iter === 200).length).toBeGreaterThanOrEqual(3);
    expect(cases.filter((one) => one.exemplars.length === 0).length).toBeGreaterThanOrEqual(2);
  });

  test.each(cases)('$name', async (one) => {
    const { X } = await pointsOf(one.points);
    const { labels, attributes } = drain(fit, spec, X, one.params);
    expect(attributes.n_iter).toBe(one.n_iter);
    expect(Array.from(attributes.cluster_centers_indices as Int32Array)).toEqual(one.exemplars);
    expect(Array.from(labels)).toEqual(one.labels);
    const centers = attributes.cluster_centers as Matrix;
    const rows = one.exemplars.flatMap((row) => Array.from(X.data.subarray(row * X.cols, (row + 1) * X.cols)));
    expect([centers.rows, centers.cols]).toEqual([one.exemplars.length, X.cols]);
    expect(Array.from(centers.data)).toEqual(rows);
  });
});
