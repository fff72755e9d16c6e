import { describe, expect, test } from 'vitest';
import { fit } from '../../src/engine/algorithms/agglomerative/fit.ts';
import { spec } from '../../src/engine/algorithms/agglomerative/spec.ts';
import { scale } from '../../src/engine/numeric/scalers.ts';
import type { Scaler } from '../../src/engine/spec/dataset.ts';
import type { Matrix, Params } from '../../src/engine/types.ts';
import { expectSummary, loadCases, type Summary } from './cases.ts';

import { type PointWords, pointsOf } from './points.ts';
import { drain } from './runs.ts';

interface Case {
  readonly name: string;
  readonly points: PointWords;
  readonly scaler?: Scaler;
  readonly params: Params;
  readonly labels: readonly number[];
  readonly n_clusters: number;
  readonly children: Summary;
  readonly distances: Summary;
  /** scikit-learn itself moves here (python/agglomerative.py); ours breaks ties alike, and must agree all the same. */
  readonly unstable?: true;
}

describe("AgglomerativeClustering: scikit-learn's labels, tree and heights", () => {
  const cases = loadCases<Case>('agglomerative');

  test('there are enough cases, hard ones among them', () => {
    expect(cases.length).toBeGreaterThanOrEqual(120);
    expect(cases.filter((one) => one.unstable).length).toBeGreaterThan(20);
  });

  test.each(cases)('$name', async (one) => {
    const { X } = scale((await pointsOf(one.points)).X, one.scaler ?? 'none', null);
    const { labels, attributes } = drain(fit, spec, X, one.params);
    expect(Array.from(labels)).toEqual(one.labels);
    expect(attributes.n_clusters).toBe(one.n_clusters);
    expectSummary((attributes.children as Matrix).data, one.children);
    expectSummary(attributes.distances as Float64Array, one.distances);
  });
});
