import { expect, test } from 'vitest';
import { shortFlag } from './red-flags.ts';

test.each([
  ['Nearly all points are noise (91.3 %). Raise eps or lower min_samples.', 'Nearly all points are noise (91.3 %)'],
  ['Not converged: after max_iter (200) rounds no point is an exemplar.', 'Not converged'],
  [
    'Only 3 subclusters formed, fewer than n_clusters (5): lower threshold.',
    'Only 3 subclusters formed, fewer than n_clusters (5)',
  ],
  ['One cluster only: the last merge is at 30.45.', 'One cluster only'],
  ['no full stop', 'no full stop'],
])('%s is in short %s', (flag, short) => {
  expect(shortFlag(flag)).toBe(short);
});
