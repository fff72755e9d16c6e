import { counted } from '../../spec/words.ts';

/** What a user should know: too few subclusters, or too many. */
export function redFlags(rows: number, subclusters: number, wanted: number | null): string[] {
  const found = counted(subclusters, { one: 'subcluster', many: 'subclusters' });
  if (wanted !== null && subclusters < wanted) {
    return [`Only ${found} formed, fewer than n_clusters (${wanted}): lower threshold.`];
  }
  if (subclusters === 1 && rows > 1) return ['All rows fit into one subcluster: lower threshold.'];
  if (subclusters === rows && rows > 1) {
    return ['Every row is a subcluster of its own, so that nothing is summed up: raise threshold.'];
  }
  return [];
}
