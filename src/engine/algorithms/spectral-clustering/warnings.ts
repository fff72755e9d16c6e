import type { Options } from './options.ts';

/** What looks wrong with a result, in words that say which slider to turn. */
export function redFlags(
  labels: Int32Array,
  parts: number,
  { clusters, affinity, assign, components }: Options,
): string[] {
  const flags: string[] = [];
  const remedy = affinity === 'rbf' ? 'a lower gamma' : 'a higher n_neighbors';
  if (parts > clusters) {
    flags.push(
      `The graph falls into ${parts} parts that no tie joins, more than n_clusters (${clusters}): which of them go together is chance. It takes ${remedy} to join them.`,
    );
  } else if (parts > 1 && (parts < clusters || components !== clusters)) {
    // As many parts as clusters: these are the clusters, and nothing is wrong.
    flags.push(`The graph falls into ${parts} parts that no tie joins; it takes ${remedy} to join them.`);
  }
  const found = new Set(labels).size;
  if (assign !== 'kmeans' && components !== clusters) {
    flags.push(`${assign} makes as many clusters as there are components (${components}), whatever n_clusters says.`);
  }
  if (found === 1 && labels.length > 1) flags.push('One cluster holds everything.');
  return flags;
}
