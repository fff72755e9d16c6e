import { describe, expect, test } from 'vitest';
import { contingencyMatrix } from '../../src/engine/metrics/contingency.ts';
import { scoreAll } from '../../src/engine/metrics/score-all.ts';
import { type MetricName, metricSpecs } from '../../src/engine/metrics/specs.ts';
import { toRows } from '../../src/engine/numeric/matrix.ts';
import type { Metrics } from '../../src/engine/types.ts';
import { expectClose, loadCases } from './cases.ts';
import { type LabelWords, labelsOf, type PointWords, pointsOf } from './points.ts';

interface Case {
  readonly name: string;
  readonly points: PointWords;
  readonly labels_true: LabelWords;
  readonly labels_pred: LabelWords;
  /** Of the silhouette and Davies-Bouldin: scikit-learn's distances lose digits that ours keep. */
  readonly tolerance: number;
  /** Of adjusted mutual information: so do its logarithms of factorials. */
  readonly tolerance_expected: number;
  readonly metrics: Metrics;
  /** Of every k-th row, at most 40. */
  readonly silhouettes: readonly number[] | null;
  readonly contingency: readonly (readonly number[])[] | null;
}

const EXACT = 1e-12;

function toleranceOf(name: MetricName, one: Case): number {
  if (name === 'silhouette_score' || name === 'davies_bouldin_score') return one.tolerance;
  return name === 'adjusted_mutual_info_score' ? one.tolerance_expected : EXACT;
}

async function build(one: Case) {
  const points = await pointsOf(one.points);
  return { X: points.X, y: labelsOf(one.labels_true, points), labels: labelsOf(one.labels_pred, points)! };
}

describe("scikit-learn's scores", () => {
  test.each(loadCases<Case>('metrics'))('$name', async (one) => {
    const { X, y, labels } = await build(one);
    const scores = scoreAll(X, y, labels);
    for (const { name } of metricSpecs) {
      expectClose(scores.metrics[name], one.metrics[name], toleranceOf(name, one), name);
    }
    expect(scores.silhouetteSampleSize).toBe(X.rows > 10_000 ? 10_000 : null);
    if (!one.silhouettes) expect(scores.silhouettes).toBeNull();
    const stride = Math.ceil(X.rows / 40);
    for (const [i, expected] of one.silhouettes?.entries() ?? []) {
      expectClose(scores.silhouettes![i * stride]!, expected, one.tolerance, `silhouette of row ${i * stride}`);
    }
    if (one.contingency) expect(toRows(contingencyMatrix(y!, labels).matrix)).toEqual(one.contingency);
  });
});
