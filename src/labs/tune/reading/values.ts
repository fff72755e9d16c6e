import { METRIC_NAMES, type MetricName } from '../../../engine/metrics/specs.ts';
import type { Measure, MeasureName } from '../../../engine/spec/measures.ts';
import type { Task } from '../../../engine/spec/sweep.ts';
import type { Cell } from '../../../worker/api.ts';

const isMetric = (name: MeasureName): name is MetricName => (METRIC_NAMES as readonly string[]).includes(name);

/** A figure of a cell; null where it is not known or not defined. */
export function measured(cell: Cell | undefined, name: MeasureName): number | null {
  if (!cell || cell.error) return null;
  if (isMetric(name)) return cell.metrics?.[name] ?? null;
  switch (name) {
    case 'inertia':
      return cell.inertia;
    case 'distortion':
      return cell.distortion;
    case 'n_clusters':
      return cell.nClusters;
    case 'n_iter':
      return cell.nIter;
    case 'seconds':
      return cell.seconds;
    case 'noise_share':
      return cell.labels ? cell.nNoise / cell.labels.length : null;
  }
}

/** What came of the cells themselves, by cell. */
export function plainCells(tasks: readonly Task[], cells: readonly (Cell | undefined)[]): (Cell | undefined)[] {
  const plain: (Cell | undefined)[] = [];
  for (const [at, { cell, isPlain }] of tasks.entries()) if (isPlain) plain[cell] = cells[at];
  return plain;
}

/** What came of a cell's repeats of one kind; undefined where it is not known. */
export function repeatsOf(
  tasks: readonly Task[],
  cells: readonly (Cell | undefined)[],
  kind: 'seed' | 'bootstrap' | 'uniform',
): Map<number, (Cell | undefined)[]> {
  const found = new Map<number, (Cell | undefined)[]>();
  for (const [at, { cell, isPlain, sample }] of tasks.entries()) {
    if (isPlain || (sample?.kind ?? 'seed') !== kind) continue;
    const list = found.get(cell);
    if (list) list.push(cells[at]);
    else found.set(cell, [cells[at]]);
  }
  return found;
}

/** The best cell by a measure, the first of equals; null where neither high nor low is better, or none has a value. */
export function bestOf(values: readonly (number | null)[], { better }: Pick<Measure, 'better'>): number | null {
  if (!better) return null;
  const sign = better === 'higher' ? 1 : -1;
  let best: number | null = null;
  for (const [i, value] of values.entries()) {
    if (value !== null && (best === null || sign * value > sign * values[best]!)) best = i;
  }
  return best;
}

/** The lowest and the highest of what is there; null for nothing. */
export function extentOf(values: Iterable<number | null | undefined>): [number, number] | null {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value == null || Number.isNaN(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low <= high ? [low, high] : null;
}
