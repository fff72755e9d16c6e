import { grouped } from '../engine/spec/words.ts';
import type { Held } from '../state/gate.ts';

/** One or two digits are all that an estimate has. */
const rough = (value: number) => Number(value.toPrecision(value < 10 ? 1 : 2));

/** "about 40 s", "about 3 minutes", "about 2 hours" */
export function roughTime(seconds: number): string {
  if (seconds < 90) return `about ${Math.max(1, rough(seconds))} s`;
  if (seconds < 90 * 60) return `about ${rough(seconds / 60)} minutes`;
  const hours = rough(seconds / 3600);
  return `about ${grouped(hours)} hours`;
}

/** "300 MB", "1.2 GB" */
function roughMemory(bytes: number): string {
  return bytes < 1e9
    ? `${Math.max(1, Number((bytes / 1e6).toPrecision(2)))} MB`
    : `${Number((bytes / 1e9).toPrecision(2))} GB`;
}

/** "Affinity Propagation needs about 40 s and 1.2 GB for 10,000 rows." */
export function heldWords(title: string, { cost, rows }: Pick<Held, 'cost' | 'rows'>): string {
  const memory = cost.bytes >= 1e8 ? ` and ${roughMemory(cost.bytes)}` : '';
  return `${title} needs ${roughTime(cost.seconds)}${memory} for ${grouped(rows)} rows.`;
}

/** "Use a sample of 2,000 rows", or of a table, whose rows may stand class by class, "Use the first 2,000 rows". */
export function sampleWords({ rows, isRandom }: NonNullable<Held['sample']>): string {
  return `Use ${isRandom ? 'a sample of' : 'the first'} ${grouped(rows)} rows`;
}
