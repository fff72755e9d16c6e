import { expect, it } from 'vitest';
import { clustersOf, rowsOf } from './clusters.ts';

it('counts clusters, noise last, with their mean silhouettes', () => {
  const labels = Int32Array.of(1, -1, 0, 1);
  expect(clustersOf(labels, Float64Array.of(0.5, -0.2, 0.9, 0.7))).toEqual([
    { label: 0, size: 1, silhouette: 0.9 },
    { label: 1, size: 2, silhouette: 0.6 },
    { label: -1, size: 1, silhouette: -0.2 },
  ]);
  expect(clustersOf(labels, null)[1]).toEqual({ label: 1, size: 2, silhouette: null });
  expect(rowsOf(labels, 1)).toEqual([0, 3]);
});
