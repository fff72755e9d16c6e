import type { Cost } from '../../spec/algorithm.ts';
import type { Params } from '../../types.ts';

/** Up to so many rows ward works on the distances of all pairs, as scipy does, so that ties fall alike; beyond, on means alone. */
export const EXACT_WARD_ROWS = 4000;

/** Seconds for each pair of rows and for each of its features, as measured on a laptop's processor. */
const PER_PAIR = {
  pairs: { pair: 1.5e-8, feature: 6e-10 },
  centroids: { pair: 1.6e-8, feature: 5e-9 },
  prim: { pair: 4e-9, feature: 1e-9 },
} as const;

/** What building the tree takes: the time of all pairs, and for complete, average and (few rows) ward the memory of their distances. */
export function cost(n: number, d: number, { linkage }: Params): Cost {
  const way = linkage === 'single' ? 'prim' : linkage === 'ward' && n > EXACT_WARD_ROWS ? 'centroids' : 'pairs';
  const { pair, feature } = PER_PAIR[way];
  return { seconds: ((n * n) / 2) * (pair + feature * d), bytes: way === 'pairs' ? 8 * n * n : 8 * n * (d + 10) };
}
