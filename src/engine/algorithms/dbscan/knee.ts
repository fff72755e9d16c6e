import type { DistanceMetric } from '../../numeric/neighbours/index.ts';
import { kthDistanceSteps } from '../../numeric/neighbours/nearest.ts';
import { buildTree } from '../../numeric/neighbours/tree.ts';
import type { Matrix } from '../../types.ts';

/** More rows, or more work where no tree helps, would keep a dragged slider waiting for a hint. */
const MOST_ROWS = 20_000;
const MOST_WORK = 1e8;

/** By the rows' own memory, then metric and k: a slider that is dragged asks again and again. */
const known = new WeakMap<Float64Array, Map<string, number | null>>();

/**
 * An eps to try: the knee of the sorted distances to the k-th nearest row, itself counted (Ester, Kriegel, Sander & Xu 1996,
 * §4.2), there taken where the curve is farthest below the line from its first point to its last. Rounded to two digits; null
 * where there is no such place, or where finding it would take long.
 */
export function* epsAtKnee(
  X: Matrix,
  metric: DistanceMetric,
  name: string,
  k: number,
): Generator<null, number | null, void> {
  const { data, rows: n, cols: d } = X;
  if (k > n || n > MOST_ROWS || (d > 4 && n * n * d > MOST_WORK)) return null;
  const made = known.get(data) ?? new Map<string, number | null>();
  known.set(data, made);
  const key = `${name} ${k}`;
  if (!made.has(key)) made.set(key, kneeOf((yield* kthDistanceSteps(buildTree(data, d, metric), k)).sort()));
  return made.get(key) ?? null;
}

/** The value of an ascending curve where it is farthest below its chord; null for a straight one, and for 0. */
export function kneeOf(values: Float64Array): number | null {
  const last = values.length - 1;
  const rise = (values[last] ?? 0) - (values[0] ?? 0);
  let knee = -1;
  let most = 0.05 * rise;
  for (let i = 1; i < last; i++) {
    const below = values[0]! + (rise * i) / last - values[i]!;
    if (below > most) [knee, most] = [i, below];
  }
  return knee > 0 && values[knee]! > 0 ? Number(values[knee]!.toPrecision(2)) : null;
}
