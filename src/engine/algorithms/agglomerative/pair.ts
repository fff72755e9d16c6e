import type { Matrix } from '../../types.ts';
import { distanceBetween } from './distance.ts';
import type { TreeOptions } from './options.ts';

/** The two rows are looked for among at most so many pairs: a frame must not cost more than the step that it shows. */
const MOST_PAIRS = 2 ** 16;

/**
 * The two rows, one of each part, on which the height of a merge hangs: the nearest ones in single linkage, the farthest in
 * complete. None for ward and average, where all rows count, and for very large parts.
 */
export function decidingPair(
  X: Matrix,
  { linkage, metric }: TreeOptions,
  first: Int32Array,
  second: Int32Array,
): Int32Array {
  const counts = linkage === 'single' || linkage === 'complete';
  if (!counts || first.length * second.length > MOST_PAIRS) return new Int32Array(0);
  const distance = distanceBetween(X, metric);
  const sign = linkage === 'single' ? 1 : -1;
  const pair = new Int32Array(2);
  let least = Number.POSITIVE_INFINITY;
  for (const i of first) {
    for (const j of second) {
      const value = sign * distance(i, j);
      if (value >= least) continue;
      least = value;
      pair[0] = i;
      pair[1] = j;
    }
  }
  return pair;
}
