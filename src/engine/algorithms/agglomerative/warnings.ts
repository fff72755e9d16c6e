import { counted, figure } from '../../spec/words.ts';
import type { Tree } from './tree.ts';

/** What a user should know about where the tree was cut. */
export function redFlags(
  { n, heights }: Tree,
  place: { readonly clusters: number } | { readonly threshold: number },
  clusters: number,
): string[] {
  if ('threshold' in place) {
    if (clusters === 1) {
      return [`One cluster only: the last merge is at ${figure(heights[n - 2]!)}, below distance_threshold.`];
    }
    if (clusters === n) {
      return [`Every row is a cluster: the first merge is at ${figure(heights[0]!)}, not below distance_threshold.`];
    }
    return [];
  }
  const [below, above] = [heights[n - clusters - 1], heights[n - clusters]];
  if (below === undefined || above === undefined || below !== above) return [];
  const tied = heights.filter((height) => height === above).length;
  return [
    `${counted(tied, { one: 'merge', many: 'merges' })} are at exactly ${figure(above)}, where the tree is cut: which of them were made depends on the order of the rows.`,
  ];
}
