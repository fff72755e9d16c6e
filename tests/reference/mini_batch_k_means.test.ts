import { describe, expect, test } from 'vitest';
import { fit as miniBatchKMeans } from '../../src/engine/algorithms/mini-batch-k-means/fit.ts';
import { spec } from '../../src/engine/algorithms/mini-batch-k-means/spec.ts';
import type { Matrix, Params } from '../../src/engine/types.ts';
import { expectClose, expectSummary, loadCases, type Summary } from './cases.ts';
import { type PointWords, pointsOf } from './points.ts';
import { drain } from './runs.ts';

interface Case {
  readonly name: string;
  readonly points: PointWords;
  readonly params: Params;
  readonly labels: readonly number[] | Summary;
  /** The first 40 coordinates. */
  readonly centers: readonly number[];
  readonly inertia: number;
  readonly n_iter: number;
  readonly n_steps: number;
  /** scikit-learn moves with threads or a noise of 1e-13 (python/mini_batch_k_means.py). Ours must agree all the same. */
  readonly unstable?: true;
}

describe("MiniBatchKMeans: scikit-learn's labels, centres, inertia and steps", () => {
  const cases = loadCases<Case>('mini_batch_k_means');

  test('there are enough cases, and most are stable', () => {
    expect(cases.filter((one) => !one.unstable).length).toBeGreaterThanOrEqual(90);
  });

  test.each(cases)('$name', async (one) => {
    const { X } = await pointsOf(one.points);
    const { labels, attributes } = drain(miniBatchKMeans, spec, X, one.params);
    if ('sha256' in one.labels) expectSummary(labels, one.labels);
    else expect(Array.from(labels)).toEqual(one.labels);
    expect([attributes.n_iter, attributes.n_steps]).toEqual([one.n_iter, one.n_steps]);
    const scale = Math.max(...X.data.map(Math.abs));
    const centers = (attributes.cluster_centers as Matrix).data;
    for (const [at, value] of one.centers.entries()) {
      expectClose(centers[at]! / scale, value / scale, 1e-14, `coordinate ${at}`);
    }
    if (one.inertia === 0) expect(attributes.inertia).toBe(0);
    else expectClose((attributes.inertia as number) / one.inertia, 1, 1e-12, 'inertia');
  });
});
