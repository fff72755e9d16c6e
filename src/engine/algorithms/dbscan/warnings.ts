import { NOISE } from '../../types.ts';

const NEARLY = 0.9;

/** What looks wrong with a result, in words that say which slider to turn. */
export function redFlags(labels: Int32Array, clusters: number, core: number, eps: number, least: number): string[] {
  const n = labels.length;
  let noise = 0;
  for (const label of labels) if (label === NOISE) noise++;
  const flags: string[] = [];
  if (clusters === 0) {
    flags.push(
      `All points are noise: none has ${least} points within eps = ${eps}, itself included. ` +
        'Raise eps or lower min_samples.',
    );
  } else if (noise > NEARLY * n) {
    flags.push(`Nearly all points are noise (${percent(noise / n)}). Raise eps or lower min_samples.`);
  }
  if (clusters === 1 && n > 1 && noise < (1 - NEARLY) * n) {
    flags.push('One cluster holds nearly everything. Lower eps to part it.');
  }
  if (core >= 0.99 * n && n > 1) {
    flags.push(
      `Nearly all points are core (${percent(core / n)}): density no longer tells the edge of a cluster from its middle. ` +
        'Lower eps or raise min_samples to see it.',
    );
  }
  return flags;
}

const percent = (share: number): string => `${(100 * share).toFixed(share === 1 ? 0 : 1)} %`;
