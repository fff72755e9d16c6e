import { describe, expect, test } from 'vitest';
import { denseOf, somePixels } from '../../../tests/support/pixels.ts';
import { RandomState } from '../numeric/random-state.ts';
import { pca } from '../projections/pca.ts';
import { scoreAll } from './score-all.ts';
import { silhouetteSamples } from './silhouette.ts';

/** Labels of which cluster 3 has one row and the others many. */
function someLabels(seed: number, rows: number): Int32Array {
  const random = new RandomState(seed);
  return Int32Array.from({ length: rows }, (_, i) => (i === 5 ? 3 : random.randint(0, 3)));
}

describe('pixels and the same numbers as a matrix have the same', () => {
  test.each([
    [40, 9],
    [150, 31],
    [90, 64],
  ])('silhouettes and scores: %i rows of %i', (rows, cols) => {
    const X = somePixels(rows, rows, cols, 255);
    const labels = someLabels(1, rows);
    const ours = silhouetteSamples(X, labels)!;
    const theirs = silhouetteSamples(denseOf(X), labels)!;
    for (let i = 0; i < rows; i++) expect(ours[i]).toBeCloseTo(theirs[i]!, 12);
    const sparse = scoreAll(X, null, labels).metrics;
    const dense = scoreAll(denseOf(X), null, labels).metrics;
    for (const name of ['silhouette_score', 'calinski_harabasz_score', 'davies_bouldin_score'] as const) {
      expect(sparse[name]! / dense[name]!).toBeCloseTo(1, 12);
    }
  });

  test('silhouettes of equal rows', () => {
    const X = somePixels(2, 6, 5);
    X.bytes.fill(9);
    const labels = Int32Array.of(0, 0, 1, 1, 1, 0);
    expect(silhouetteSamples(X, labels)).toEqual(silhouetteSamples(denseOf(X), labels));
    expect(scoreAll(X, null, labels).metrics).toEqual(scoreAll(denseOf(X), null, labels).metrics);
  });

  test.each([
    [200, 9],
    [300, 64],
    [64, 64],
  ])('principal axes: %i rows of %i', (rows, cols) => {
    const X = somePixels(cols, rows, cols, 16);
    const ours = pca(X, 2);
    const theirs = pca(denseOf(X), 2);
    for (const key of ['mean', 'explained_variance', 'explained_variance_ratio'] as const) {
      ours[key].forEach((value, i) => {
        expect(value).toBeCloseTo(theirs[key][i]!, 10);
      });
    }
    for (const key of ['components', 'coords'] as const) {
      ours[key].data.forEach((value, i) => {
        expect(value).toBeCloseTo(theirs[key].data[i]!, 9);
      });
    }
  });

  test('axes that are not there are 0', () => {
    const X = somePixels(3, 30, 4);
    X.bytes.fill(0);
    for (let i = 0; i < 30; i++) X.bytes[4 * i + 1] = i;
    const { components, explained_variance_ratio } = pca(X, 2);
    expect(components.data[1]).toBeCloseTo(1, 12);
    expect([...components.data.subarray(4)]).toEqual([0, 0, 0, 0]);
    expect(explained_variance_ratio[0]).toBeCloseTo(1, 12);
    expect(explained_variance_ratio[1]).toBe(0);
  });

  test('rows that are all alike have no axes', () => {
    const X = somePixels(3, 30, 4);
    X.bytes.fill(4);
    const { components, coords, explained_variance, mean } = pca(X, 2);
    expect([...components.data, ...explained_variance].every((value) => value === 0)).toBe(true);
    expect(coords.data.every((value) => value === 0)).toBe(true);
    expect([...mean]).toEqual([4, 4, 4, 4]);
  });
});
