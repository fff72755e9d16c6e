import { describe, expect, test } from 'vitest';
import { fit as kmeans } from '../../src/engine/algorithms/kmeans/fit.ts';
import { spec } from '../../src/engine/algorithms/kmeans/spec.ts';
import { RandomState } from '../../src/engine/numeric/random-state.ts';
import { completeParams } from '../../src/engine/spec/defaults.ts';
import type { Fitted, Matrix, Params } from '../../src/engine/types.ts';
import { expectClose, loadCases } from './cases.ts';
import { type PointWords, pointsOf } from './points.ts';

interface Case {
  readonly name: string;
  readonly points: PointWords;
  readonly params: Params & { readonly random_state: number };
  readonly labels: readonly number[];
  readonly centers: readonly (readonly number[])[];
  readonly inertia: number;
  readonly n_iter: number;
  /** A tie was decided by rounding: scikit-learn itself moves (python/kmeans.py). Ours rounds alike, and must agree all the same. */
  readonly unstable?: true;
  /** Why only the inertia is compared. */
  readonly unlike?: string;
}

function run(X: Matrix, params: Case['params']): Fitted {
  const steps = kmeans(X, completeParams(spec.params, params), {
    random: new RandomState(params.random_state),
    wantsFrame: () => false,
  });
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

describe("KMeans: scikit-learn's labels, centres, inertia and iterations", () => {
  const cases = loadCases<Case>('kmeans');

  test('there are enough cases, hard ones among them', () => {
    expect(cases.length).toBeGreaterThanOrEqual(110);
    expect(cases.filter((one) => one.unstable).length).toBeGreaterThan(20);
    expect(cases.filter((one) => one.unlike).length).toBeLessThan(2);
  });

  test.each(cases)('$name', async (one) => {
    const { X } = await pointsOf(one.points);
    const { labels, attributes } = run(X, one.params);
    const scale = Math.max(...X.data.map(Math.abs));
    if (one.unlike) {
      expectClose((attributes.inertia as number) / one.inertia, 1, 0.05, 'inertia');
      return;
    }
    expect(Array.from(labels)).toEqual(one.labels);
    expect(attributes.n_iter).toBe(one.n_iter);
    const centers = attributes.cluster_centers as Matrix;
    for (const [at, value] of one.centers.flat().entries()) {
      expectClose(centers.data[at]! / scale, value / scale, 1e-14, `centre ${Math.floor(at / X.cols)}`);
    }
    if (one.inertia === 0) expect(attributes.inertia).toBe(0);
    else expectClose((attributes.inertia as number) / one.inertia, 1, 1e-12, 'inertia');
  });
});
