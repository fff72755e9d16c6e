import { describe, expect, test } from 'vitest';
import { diskSources as sources } from '../../cli/sources.ts';
import { fits } from '../../src/engine/algorithms/fits.ts';
import { algorithmSpec } from '../../src/engine/algorithms/specs.ts';
import { scoreAll } from '../../src/engine/metrics/score-all.ts';
import { firstPixelRows, type Pixels } from '../../src/engine/pixels.ts';
import { prepare } from '../../src/engine/prepare.ts';
import { pca } from '../../src/engine/projections/pca.ts';
import type { Matrix, Params } from '../../src/engine/types.ts';
import { expectClose, expectSummary, loadCases, type Summary } from './cases.ts';
import { drain } from './runs.ts';

interface FitCase {
  readonly name: string;
  readonly rows: number;
  readonly scaler: 'unit' | 'none';
  readonly estimator: string;
  readonly params: Params;
  readonly labels: Summary;
  /** Coordinates 380…419. */
  readonly centers: readonly number[];
  readonly inertia: number;
  readonly n_iter: number;
}
interface ScoreCase {
  readonly name: string;
  readonly rows: number;
  readonly silhouette_score: number;
  readonly calinski_harabasz_score: number;
  readonly davies_bouldin_score: number;
}
interface PcaCase {
  readonly name: string;
  readonly rows: number;
  /** Of the first 20 rows. */
  readonly coords: readonly number[];
  readonly explained_variance: readonly number[];
  readonly explained_variance_ratio: readonly number[];
}

const all = await prepare({ dataset: 'mnist_784', scaler: 'unit', algorithm: 'KMeans', params: {} }, { sources });
const raw = await prepare({ dataset: 'mnist_784', rows: 10_000, algorithm: 'KMeans', params: {} }, { sources });
const firstRows = new Map<number, Pixels>([[70_000, all.X as Pixels]]);

/** The same object for the same rows: they are packed only once. */
function digits(rows: number): Pixels {
  const known = firstRows.get(rows) ?? firstPixelRows(all.X as Pixels, rows);
  firstRows.set(rows, known);
  return known;
}

const cases = loadCases<FitCase | ScoreCase | PcaCase>('mnist');

describe("K-Means and Mini-Batch K-Means on MNIST: scikit-learn's labels, centres and inertia", () => {
  test.each(cases.filter((one) => 'estimator' in one))('$name, $rows rows', async (one) => {
    const X = one.scaler === 'unit' ? digits(one.rows) : raw.X;
    const fit = await fits[one.estimator]!();
    const { labels, attributes } = drain(fit, algorithmSpec(one.estimator)!, X, one.params);
    expectSummary(labels, one.labels);
    expect(attributes.n_iter).toBe(one.n_iter);
    expectClose((attributes.inertia as number) / one.inertia, 1, 1e-13, 'inertia');
    const centers = (attributes.cluster_centers as Matrix).data;
    for (const [i, value] of one.centers.entries()) expectClose(centers[380 + i]!, value, 1e-12, `coordinate ${i}`);
  });
});

describe('scores of the true classes', () => {
  test.each(cases.filter((one) => 'silhouette_score' in one))('$name', (one) => {
    const { metrics } = scoreAll(digits(one.rows), null, all.table.y!.subarray(0, one.rows));
    expectClose(metrics.silhouette_score, one.silhouette_score, 1e-10, 'silhouette');
    expectClose(metrics.calinski_harabasz_score, one.calinski_harabasz_score, 1e-12, 'Caliński–Harabasz');
    expectClose(metrics.davies_bouldin_score, one.davies_bouldin_score, 1e-12, 'Davies–Bouldin');
  });
});

describe('principal axes', () => {
  test.each(cases.filter((one) => 'explained_variance' in one))('$name', (one) => {
    const { coords, explained_variance, explained_variance_ratio } = pca(digits(one.rows), 2);
    for (const [i, value] of one.coords.entries()) expectClose(coords.data[i]!, value, 1e-9, `coordinate ${i}`);
    for (const k of [0, 1]) {
      expectClose(explained_variance[k]!, one.explained_variance[k]!, 1e-12, 'variance');
      expectClose(explained_variance_ratio[k]!, one.explained_variance_ratio[k]!, 1e-12, 'share');
    }
  });
});
