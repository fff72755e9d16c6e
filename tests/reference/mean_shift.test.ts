import { describe, expect, test } from 'vitest';
import { fit } from '../../src/engine/algorithms/mean-shift/fit.ts';
import { spec } from '../../src/engine/algorithms/mean-shift/spec.ts';
import { type Matrix, type Params, RecipeError } from '../../src/engine/types.ts';
import { expectClose, loadCases } from './cases.ts';
import { type PointWords, pointsOf } from './points.ts';
import { drain } from './runs.ts';

interface Case {
  readonly name: string;
  readonly points: PointWords;
  readonly params: Params;
  /** scikit-learn raises this; the rest is missing then. */
  readonly error?: string;
  readonly labels: readonly number[];
  readonly centers: readonly (readonly number[])[];
  readonly n_iter: number;
  readonly bandwidth: number;
  /** So many rows move in scikit-learn itself (python/mean_shift.py). Compared all the same. */
  readonly unstable?: number;
}

describe("MeanShift: scikit-learn's labels, centres, iterations and bandwidth", () => {
  const cases = loadCases<Case>('mean_shift');

  test('there are enough cases, with some that rounding decides', () => {
    expect(cases.length).toBeGreaterThanOrEqual(80);
    expect(cases.filter((one) => one.unstable).length).toBeGreaterThanOrEqual(5);
  });

  test.each(cases)('$name', async (one) => {
    const { X } = await pointsOf(one.points);
    if (one.error) {
      expect(() => drain(fit, spec, X, one.params)).toThrow(RecipeError);
      return;
    }
    const { labels, attributes } = drain(fit, spec, X, one.params);
    expectClose(attributes.bandwidth as number, one.bandwidth, 1e-10, 'bandwidth');
    expect(Array.from(labels)).toEqual(one.labels);
    expect(attributes.n_iter).toBe(one.n_iter);
    const centers = attributes.cluster_centers as Matrix;
    expect(centers.cols).toBe(X.cols);
    expect(Array.from(centers.data)).toEqual(one.centers.flat());
  });
});
