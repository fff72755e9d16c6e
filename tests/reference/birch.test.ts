import { describe, expect, test } from 'vitest';
import { fit } from '../../src/engine/algorithms/birch/fit.ts';
import { spec } from '../../src/engine/algorithms/birch/spec.ts';
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
  readonly subcluster_labels: Summary;
  readonly subcluster_centers: Summary;
  /** scikit-learn itself moves here (python/birch.py); ours rounds alike, and must agree all the same. */
  readonly unstable?: true;
}

describe("Birch: scikit-learn's labels and subclusters", () => {
  const cases = loadCases<Case>('birch');

  test('there are enough cases, hard ones among them', () => {
    expect(cases.length).toBeGreaterThanOrEqual(70);
    expect(cases.filter((one) => one.unstable).length).toBeGreaterThan(10);
  });

  test.each(cases)('$name', async (one) => {
    const { X } = scale((await pointsOf(one.points)).X, one.scaler ?? 'none', null);
    const { labels, attributes } = drain(fit, spec, X, one.params);
    expect(Array.from(labels)).toEqual(one.labels);
    expectSummary(attributes.subcluster_labels as Int32Array, one.subcluster_labels);
    expectSummary((attributes.subcluster_centers as Matrix).data, one.subcluster_centers);
  });
});
