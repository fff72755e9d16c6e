import type { Cell } from '../../../worker/api.ts';
import { extentOf } from './values.ts';

/** What many starts of one kind came to. */
export interface Starts {
  readonly group: string;
  readonly runs: number;
  /** The lowest and the highest inertia. */
  readonly spread: readonly [number, number] | null;
  /** The share of runs that end as low as the best of all, rounding apart. */
  readonly reach: number;
  readonly iterations: number | null;
}

/** Inertias that differ by less than this share are the same end. */
const SAME = 1e-6;

/** @param groups the cells of each group */
export function startsOf(
  groups: readonly { readonly group: string; readonly cells: readonly (Cell | undefined)[] }[],
): Starts[] {
  const best = extentOf(groups.flatMap(({ cells }) => cells.map((cell) => cell?.inertia)))?.[0];
  return groups.map(({ group, cells }) => {
    const known = cells.filter((cell) => cell?.inertia != null) as (Cell & { inertia: number })[];
    const reached = known.filter(({ inertia }) => inertia <= (best ?? 0) * (1 + SAME)).length;
    const iterations = known.flatMap(({ nIter }) => nIter ?? []);
    return {
      group,
      runs: known.length,
      spread: extentOf(known.map(({ inertia }) => inertia)),
      reach: known.length ? reached / known.length : 0,
      iterations: iterations.length ? iterations.reduce((sum, n) => sum + n, 0) / iterations.length : null,
    };
  });
}
