import type { PackedTable } from './packed.ts';

/** The loaded tables by dataset id, each a chunk of its own that is fetched when it is first asked for. */
export const tables: Readonly<Record<string, () => Promise<{ packed: PackedTable }>>> = {
  iris: () => import('./data/iris.ts'),
  wine: () => import('./data/wine.ts'),
  breast_cancer: () => import('./data/breast-cancer.ts'),
  digits: () => import('./data/digits.ts'),
};
