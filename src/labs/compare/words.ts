import { algorithmSpec } from '../../engine/algorithms/specs.ts';
import type { Noun } from '../../engine/spec/algorithm.ts';
import { withoutDefaults } from '../../engine/spec/defaults.ts';
import { paramToText } from '../../engine/spec/text.ts';
import { counted, grouped } from '../../engine/spec/words.ts';
import type { Params } from '../../engine/types.ts';

export const titleOf = (algorithm: string) => algorithmSpec(algorithm)?.title ?? algorithm;

/** A name for each: the algorithm's title, numbered where it stands more than once. */
export function namesOf(participants: readonly { readonly algorithm: string }[]): string[] {
  const seen = new Map<string, number>();
  return participants.map(({ algorithm }) => {
    const count = (seen.get(algorithm) ?? 0) + 1;
    seen.set(algorithm, count);
    return count === 1 ? titleOf(algorithm) : `${titleOf(algorithm)} ${count}`;
  });
}

/** "n_clusters=3, random_state=42": what differs from scikit-learn's defaults. */
export function paramsWords(algorithm: string, params: Params): string {
  const given = withoutDefaults(algorithmSpec(algorithm)?.params ?? {}, params);
  const words = Object.entries(given).map(([name, value]) => {
    const text = paramToText(value);
    return `${name}=${text.length > 24 ? `${text.slice(0, 22)}…` : text}`;
  });
  return words.length > 0 ? words.join(', ') : 'scikit-learn’s defaults';
}

/** "3 clusters", "3 clusters · 12 noise" */
export function clusterWords({ nClusters, nNoise }: { nClusters: number; nNoise: number }): string {
  const clusters = `${grouped(nClusters)} cluster${nClusters === 1 ? '' : 's'}`;
  return nNoise > 0 ? `${clusters} · ${grouped(nNoise)} noise` : clusters;
}

/** What a picture of a result shows, for those who do not see it. */
export function resultSummary(
  name: string,
  result: { nClusters: number; nNoise: number; labels: Int32Array },
  noun: Noun,
  axes: readonly [string, string],
): string {
  const { nClusters, nNoise, labels } = result;
  const noise = nNoise > 0 ? ` and ${grouped(nNoise)} of noise` : '';
  const clusters = `${grouped(nClusters)} cluster${nClusters === 1 ? '' : 's'}`;
  return `${name}: ${counted(labels.length, noun)} by ${axes[0]} and ${axes[1]}, ${clusters}${noise}`;
}

/** "cluster 2", "noise", "not reached yet" */
export function labelWords(label: number | undefined): string {
  if (label === undefined || label < -1) return 'not reached yet';
  return label < 0 ? 'noise' : `cluster ${label}`;
}
