import { describe, expect, test } from 'vitest';
import { fit } from '../../src/engine/algorithms/spectral-clustering/fit.ts';
import { spec } from '../../src/engine/algorithms/spectral-clustering/spec.ts';
import type { Params } from '../../src/engine/types.ts';
import { loadCases } from './cases.ts';
import { type PointWords, pointsOf } from './points.ts';
import { drain } from './runs.ts';

interface Case {
  readonly name: string;
  readonly points: PointWords;
  readonly params: Params;
  readonly labels: readonly number[];
  readonly eigenvalues: readonly number[];
  /** Why the partition is chance (python/spectral_clustering.py); only the eigenvalues are compared then. */
  readonly free?: string;
  /** scikit-learn itself moves. Compared all the same. */
  readonly unstable?: true;
}

/** Labels renumbered by first appearance: equal for equal partitions. */
function partition(labels: Iterable<number>): number[] {
  const numbers = new Map<number, number>();
  return Array.from(labels, (label) => {
    if (!numbers.has(label)) numbers.set(label, numbers.size);
    return numbers.get(label)!;
  });
}

describe("SpectralClustering: scikit-learn's partition and eigenvalues", () => {
  const cases = loadCases<Case>('spectral_clustering');

  test('there are enough cases of which all can be compared', () => {
    expect(cases.filter((one) => !one.free).length).toBeGreaterThanOrEqual(60);
  });

  test.each(cases)('$name', async (one) => {
    const { X } = await pointsOf(one.points);
    const { labels, attributes } = drain(fit, spec, X, one.params);
    const eigenvalues = Array.from(attributes.eigenvalues as Float64Array);
    expect(eigenvalues.length).toBe(one.eigenvalues.length);
    eigenvalues.forEach((value, at) => {
      expect(Math.abs(value - one.eigenvalues[at]!), `eigenvalue ${at}`).toBeLessThanOrEqual(1e-12);
    });
    if (!one.free) expect(partition(labels)).toEqual(partition(one.labels));
  });
});
