import { expect, it } from 'vitest';
import { dbscan } from './dbscan.ts';
import { overlayOf } from './index.ts';

it('an estimator without a picture of its own has no overlay', () => {
  expect(overlayOf('KMeans')).toBeNull();
  expect(overlayOf('toString')).toBeNull();
  expect(overlayOf('DBSCAN')).toBe(dbscan);
});
