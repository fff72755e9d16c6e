import { bitonicOrder } from '../../numeric/bitonic.ts';
import { pairwiseSum } from '../../numeric/sums.ts';
import type { Problem } from './problem.ts';
import { NONE, type Run } from './run.ts';

/** What is asked of the rows where a cluster is empty. */
export interface RowsInNeed {
  /** ‖row − its centre‖² of each. */
  distances(): Float64Array;
  row(i: number): ArrayLike<number>;
}

/**
 * Gives each empty cluster one of the points that are farthest from the centres they were assigned by: the farthest to the
 * first empty cluster, and so on. The point leaves its cluster's sum, not its label, which the next assignment will change.
 * Nothing moves where every point sits on its centre (more clusters than distinct points). Returns the clusters.
 */
export function relocateEmpty(run: Run, d: number, rows: RowsInNeed): Int32Array {
  const { sizes, labels, next } = run;
  if (!sizes.includes(0)) return NONE;
  const empty = Int32Array.from(sizes.keys()).filter((j) => sizes[j] === 0);
  const distances = rows.distances();
  if (distances.every((distance) => distance === 0)) return NONE;
  const far = farthest(distances, empty.length);
  empty.forEach((cluster, at) => {
    const row = far[at]!;
    const values = rows.row(row);
    const from = labels[row]!;
    for (let f = 0; f < d; f++) {
      const value = values[f]!;
      next[from * d + f]! -= value;
      next[cluster * d + f] = value;
    }
    sizes[cluster] = 1;
    sizes[from]!--;
  });
  return empty;
}

/** ‖row − its centre‖², summed as numpy sums along a row. */
export function distancesToOwn({ data, n, d }: Problem, { centers, labels }: Run): Float64Array {
  const squares = new Float64Array(d);
  const distances = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let f = 0; f < d; f++) {
      const difference = data[i * d + f]! - centers[labels[i]! * d + f]!;
      squares[f] = difference * difference;
    }
    distances[i] = pairwiseSum(squares);
  }
  return distances;
}

/**
 * The rows with the `count` largest distances, in descending order. scikit-learn takes them from the end of numpy's
 * `argpartition`, which sorts up to 256 numbers whole; of more, equal ones come in no order that could be told, here the later first.
 */
function farthest(distances: Float64Array, count: number): Int32Array {
  if (distances.length <= 256) return bitonicOrder(distances).slice(-count).reverse();
  const order = Int32Array.from(distances.keys());
  return order.sort((a, b) => distances[b]! - distances[a]! || b - a).slice(0, count);
}
