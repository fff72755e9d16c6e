import { algorithmSpec } from '../../engine/algorithms/specs.ts';
import { SILHOUETTE_SAMPLE_SIZE } from '../../engine/metrics/specs.ts';
import { completeParams } from '../../engine/spec/defaults.ts';
import type { Sweep, Task } from '../../engine/spec/sweep.ts';
import type { Params } from '../../engine/types.ts';
import { clusteredSize } from '../clustered-size.ts';

/** A sweep that would take longer than this waits for a word. */
export const SWEEP_BUDGET = 20;

/** Seconds for each pair of rows and feature of a silhouette; for each row, feature, cluster and iteration of k-means. */
const PER_PAIR = 8e-10;
const PER_STEP = 3e-9;
const USUAL_STEPS = 20;

/** About how many seconds some tasks of a sweep take on one core. */
export function secondsOf({ recipe }: Pick<Sweep, 'recipe'>, tasks: readonly Task[]): number {
  const spec = algorithmSpec(recipe.algorithm);
  const size = clusteredSize(recipe);
  const [rows, columns] = [size.rows ?? 0, size.columns ?? 1];
  const scored = Math.min(rows, SILHOUETTE_SAMPLE_SIZE);
  const silhouettes = scored * scored * (columns + 1) * PER_PAIR;
  const kept = new Set<string>();
  let sum = 0;
  for (const { params, sample } of tasks) {
    const complete = completeParams(spec?.params ?? {}, params);
    if (!isCut(spec?.params ?? {}, complete, sample === null ? kept : null)) {
      sum += spec?.cost?.(rows, columns, complete).seconds ?? usual(rows, columns, complete);
    }
    if (sample === null) sum += silhouettes;
  }
  return sum;
}

/** Whether a run needs only another cut of one before it. */
function isCut(specs: Parameters<typeof completeParams>[0], params: Params, kept: Set<string> | null): boolean {
  const names = Object.keys(specs);
  if (!kept || !names.some((name) => specs[name]!.redo === 'cut')) return false;
  const key = JSON.stringify(names.filter((name) => specs[name]!.redo === 'fit').map((name) => params[name]));
  const isKept = kept.has(key);
  kept.add(key);
  return isKept;
}

function usual(rows: number, columns: number, { n_clusters: k, n_init: runs }: Params): number {
  const clusters = typeof k === 'number' ? k : 8;
  return rows * columns * clusters * (typeof runs === 'number' ? runs : 1) * USUAL_STEPS * PER_STEP;
}
