import type { Measure } from '../../../engine/spec/measures.ts';
import { figure } from '../../../engine/spec/words.ts';
import type { ParamValue } from '../../../engine/types.ts';
import type { Cell } from '../../../worker/api.ts';

/** A value as a sentence or a tooltip shows it. */
export function measureText(value: number | null, { unit, name }: Measure): string {
  if (value === null) return '–';
  if (unit === '%') return `${(100 * value).toFixed(1)} %`;
  if (unit === 's') return secondsText(value);
  return name === 'n_clusters' || name === 'n_iter' ? String(value) : figure(value);
}

/** The same at an axis, where round numbers stand. */
export function tickText(value: number, { unit }: Measure): string {
  if (unit === '%') return `${Number((100 * value).toPrecision(6))} %`;
  if (value === 0) return '0';
  return value < 1 ? `${Number((1000 * value).toPrecision(6))} ms` : `${Number(value.toPrecision(6))} s`;
}

export function secondsText(seconds: number): string {
  if (seconds < 0.001) return `${(1e6 * seconds).toFixed(0)} µs`;
  return seconds < 1 ? `${(1000 * seconds).toPrecision(3)} ms` : `${seconds.toPrecision(3)} s`;
}

/** A parameter's value, short: at most four digits of a fraction. */
export function placeText(value: ParamValue): string {
  if (value === null) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (typeof value !== 'number') return String(value);
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(4)));
}

const CLASSES =
  'needs the true classes, which in earnest nobody has: good for learning what works, not for choosing on new data';

/** What to keep in mind before the best cell is taken. */
export function cautionFor(measure: Measure, best: Cell | undefined, rows: number): string | null {
  if (!best) return null;
  const own = [measure.needsClasses ? CLASSES : null, measure.caution].filter(Boolean).join('; ');
  const words = own ? [`${measure.name} ${own}`] : [];
  if (best.nNoise > 0) {
    const share = ((100 * best.nNoise) / rows).toFixed(best.nNoise < rows / 10 ? 1 : 0);
    words.push(`noise (${share} % of the rows here) counts as one more cluster`);
  }
  if (measure.name === 'silhouette_score' && best.silhouetteSampleSize !== null) {
    words.push(`it is that of a sample of ${best.silhouetteSampleSize} rows`);
  }
  return words.length === 0 ? null : `${words.join('; ')}.`;
}
