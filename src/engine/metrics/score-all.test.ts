import { describe, expect, test } from 'vitest';
import { fromRows } from '../numeric/matrix.ts';
import { RecipeError } from '../types.ts';
import { metrics } from './index.ts';
import { scoreAll } from './score-all.ts';
import { METRIC_NAMES, metricSpecs } from './specs.ts';

const X = fromRows([[0], [1], [5], [6]]);
const labels = Int32Array.of(0, 0, 1, 1);

describe('scoreAll', () => {
  test('every metric has its code', () => {
    expect(metrics.map((metric) => typeof metric.score)).toEqual(METRIC_NAMES.map(() => 'function'));
  });

  test('without classes or points, what needs them is null', () => {
    const withoutClasses = scoreAll(X, null, labels).metrics;
    const withoutPoints = scoreAll(null, labels, labels).metrics;
    expect(Object.keys(withoutClasses)).toEqual(METRIC_NAMES);
    for (const { name, needs } of metricSpecs) {
      expect(withoutClasses[name] === null, name).toBe(needs === 'y');
      expect(withoutPoints[name] === null, name).toBe(needs === 'X');
    }
  });

  test('the silhouettes come along', () => {
    const { metrics, silhouettes } = scoreAll(X, null, labels);
    expect(silhouettes).toHaveLength(4);
    expect(metrics.silhouette_score).toBeCloseTo(silhouettes!.reduce((sum, value) => sum + value) / 4, 15);
    expect(scoreAll(X, null, Int32Array.of(0, 0, 0, 0)).silhouettes).toBeNull();
  });

  test('one row a label, or an error that names the field', () => {
    expect(() => scoreAll(X, Int32Array.of(0, 1), labels)).toThrow(RecipeError);
    expect(() => scoreAll(X, Int32Array.of(0, 1), labels)).toThrow(/^labels_true: has 2 rows/);
    expect(() => scoreAll(X, null, Int32Array.of(0, 1))).toThrow(/^X: has 4 rows/);
  });

  test('a score that overflows is null', () => {
    const huge = fromRows([[0], [1e200], [3e200], [5e200]]);
    expect(scoreAll(huge, null, labels).metrics).toMatchObject({
      silhouette_score: null,
      calinski_harabasz_score: null,
      davies_bouldin_score: null,
    });
  });
});
