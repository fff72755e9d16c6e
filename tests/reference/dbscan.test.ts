import { describe, expect, test } from 'vitest';
import { fit } from '../../src/engine/algorithms/dbscan/fit.ts';
import { spec } from '../../src/engine/algorithms/dbscan/spec.ts';
import type { Matrix, Params } from '../../src/engine/types.ts';
import { loadCases } from './cases.ts';
import { type PointWords, pointsOf } from './points.ts';
import { drain } from './runs.ts';

interface Case {
  readonly name: string;
  readonly points: PointWords;
  readonly params: Params;
  readonly labels: readonly number[];
  readonly core: readonly number[];
  /** So many rows move in scikit-learn itself: a distance equals eps up to rounding (python/dbscan.py). Compared all the same. */
  readonly unstable?: number;
}

describe("DBSCAN: scikit-learn's labels and core samples", () => {
  const cases = loadCases<Case>('dbscan');

  test('there are enough cases, with some that rounding decides', () => {
    expect(cases.length).toBeGreaterThanOrEqual(80);
    expect(cases.filter((one) => one.unstable).length).toBeGreaterThanOrEqual(10);
  });

  test.each(cases)('$name', async (one) => {
    const { X } = await pointsOf(one.points);
    const { labels, attributes } = drain(fit, spec, X, one.params);
    expect(Array.from(labels)).toEqual(one.labels);
    expect(Array.from(attributes.core_sample_indices as Int32Array)).toEqual(one.core);
    const components = attributes.components as Matrix;
    expect([components.rows, components.cols]).toEqual([one.core.length, X.cols]);
    const rows = one.core.flatMap((row) => Array.from(X.data.subarray(row * X.cols, (row + 1) * X.cols)));
    expect(Array.from(components.data)).toEqual(rows);
  });
});
