import { type MetricSpec, metricSpecs } from '../../engine/metrics/specs.ts';

/** Three decimals; one from 100 up, where the column is too narrow for more. */
const digitsFor = (value: number) => (Math.abs(value) >= 100 ? 1 : 3);

/** A score as the table shows it; its full precision stands in the title. */
export function scoreText(value: number): string {
  if (Math.abs(value) >= 1e6) return value.toExponential(2).replace('e+', 'e');
  return value.toFixed(Math.abs(value) >= 1000 ? 1 : 3);
}

/** "▲ +0.012", "▼ −0.004", or nothing where three decimals show no change. */
export function changeText(value: number | null, before: number | null | undefined): string {
  if (value === null || before === null || before === undefined) return '';
  const change = value - before;
  if (Math.abs(change) >= 1e6) return `${change > 0 ? '▲ +' : '▼ −'}${scoreText(Math.abs(change))}`;
  const size = Math.abs(change).toFixed(digitsFor(change));
  if (Number(size) === 0) return '';
  return change > 0 ? `▲ +${size}` : `▼ −${size}`;
}

/** Why a score is not defined. */
export function absence(spec: MetricSpec, hasClasses: boolean): string {
  if (spec.needs === 'y' && !hasClasses) return 'needs known classes';
  return spec.needs === 'X'
    ? 'needs at least 2 clusters, and fewer than there are rows'
    : 'not defined for these labels';
}

/** Said where some scores are missing for want of classes. */
export const NO_CLASSES_NOTE = `No classes are known: ${metricSpecs.filter(({ needs }) => needs === 'y').length} of the ${metricSpecs.length} scores need them.`;

/** The share of a bar for a bounded score, 0…1 from zero to the best; null where there is no upper bound. */
export function barShare(spec: MetricSpec, value: number | null): number | null {
  const high = spec.range[1];
  return high === null || value === null ? null : Math.min(1, Math.max(0, value / high));
}
