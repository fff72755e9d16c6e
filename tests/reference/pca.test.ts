import { describe, expect, test } from 'vitest';
import { toRows } from '../../src/engine/numeric/matrix.ts';
import { scale } from '../../src/engine/numeric/scalers.ts';
import { pca } from '../../src/engine/projections/pca.ts';
import { loadCases } from './cases.ts';
import { type PointWords, pointsOf } from './points.ts';

interface Case {
  readonly name: string;
  readonly points: PointWords;
  readonly standard: boolean;
  readonly n_components: number;
  /** Relative to the largest entry. */
  readonly tolerance: number;
  readonly mean: readonly number[];
  readonly components: readonly (readonly number[])[];
  readonly explained_variance: readonly number[];
  readonly explained_variance_ratio: readonly number[];
  /** Of every k-th row, at most 30. */
  readonly coords: readonly (readonly number[])[];
}

function expectAllClose(actual: readonly number[], expected: readonly number[], tolerance: number, what: string): void {
  expect(actual.length, what).toBe(expected.length);
  const size = Math.max(...expected.map(Math.abs));
  const error = Math.max(...actual.map((value, i) => Math.abs(value - expected[i]!)));
  expect(error, what).toBeLessThanOrEqual(tolerance * size);
}

describe("scikit-learn's principal components, signs included", () => {
  test.each(loadCases<Case>('pca'))('$name', async (one) => {
    const { X } = await pointsOf(one.points);
    const result = pca(one.standard ? scale(X, 'standard', null).X : X, one.n_components);
    const coords = toRows(result.coords).filter((_, i) => i % Math.ceil(X.rows / 30) === 0);
    if (!one.standard) expectAllClose(Array.from(result.mean), one.mean, 1e-15, 'mean');
    for (const name of ['explained_variance', 'explained_variance_ratio'] as const) {
      expectAllClose(Array.from(result[name]), one[name], one.tolerance, name);
    }
    for (const [k, component] of toRows(result.components).entries()) {
      expectAllClose(component, one.components[k]!, one.tolerance, `component ${k}`);
    }
    expectAllClose(coords.flat(), one.coords.flat(), one.tolerance, 'coords');
  });
});
