import { NOISE } from '../../types.ts';

const NEARLY = 0.9;
const ALL = 0.99;

/**
 * Whether eps itself is to blame: nearly all is noise, or nearly all is core and in one cluster. Where all are core and
 * clusters are told apart, a smaller eps would break what is right.
 */
export function isOff(labels: Int32Array, clusters: number, core: number): boolean {
  const n = labels.length;
  return n > 1 && (countNoise(labels) > NEARLY * n || (core >= ALL * n && clusters < 2));
}

/** An eps to try instead, in words; none where the one that was taken is as good as that. */
export function hint(eps: number, knee: number | null): string[] {
  if (knee === null || Math.abs(eps / knee - 1) < 0.2) return [];
  return [`Try eps of about ${knee}, the knee of the k-distance curve.`];
}

function countNoise(labels: Int32Array): number {
  let noise = 0;
  for (const label of labels) if (label === NOISE) noise++;
  return noise;
}

/** What looks wrong with a result, in words that say which slider to turn. */
export function redFlags(labels: Int32Array, clusters: number, core: number, eps: number, least: number): string[] {
  const n = labels.length;
  const noise = countNoise(labels);
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
  if (core >= ALL * n && n > 1) {
    flags.push(
      `Nearly all points are core (${percent(core / n)}): density no longer tells the edge of a cluster from its middle. ` +
        'Lower eps or raise min_samples to see it.',
    );
  }
  return flags;
}

const percent = (share: number): string => `${(100 * share).toFixed(share === 1 ? 0 : 1)} %`;
