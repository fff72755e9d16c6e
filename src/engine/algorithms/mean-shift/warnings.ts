import { NOISE } from '../../types.ts';

/** What looks wrong with a result, in words that say which slider to turn. */
export function redFlags(labels: Int32Array, clusters: number, stopped: number, maxIter: number): string[] {
  const n = labels.length;
  const flags: string[] = [];
  if (stopped > 0) {
    const seeds = stopped === 1 ? '1 seed was' : `${stopped} seeds were`;
    flags.push(`Not converged: ${seeds} still climbing after max_iter = ${maxIter}. Raise max_iter.`);
  }
  if (clusters === 1 && n > 1) flags.push('All seeds came to one mode. Lower the bandwidth to see more.');
  if (clusters > n / 2 && n > 2) {
    flags.push(
      `${clusters} clusters for ${n} points: the bandwidth is so small that most points are modes of their own.`,
    );
  }
  let noise = 0;
  for (const label of labels) if (label === NOISE) noise++;
  if (noise > 0.9 * n) flags.push('Nearly all points lie beyond the bandwidth of every mode. Raise the bandwidth.');
  return flags;
}
