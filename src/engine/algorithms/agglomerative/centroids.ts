import { columnMeans } from '../../numeric/sums.ts';
import type { Matrix } from '../../types.ts';
import { Alive, chain } from './chain.ts';
import type { Merges } from './tree.ts';

/**
 * Merges by ward linkage without the distances of all pairs: √(2 · a · b / (a + b)) times the distance of the means is their
 * height, so means and sizes are all that need be kept. Time n² · d, memory n · d. Heights agree with those of `chainOfPairs`
 * but for rounding, so the trees do where no two heights tie.
 */
export function* chainOfCentroids(X: Matrix): Generator<null, Merges, void> {
  const d = X.cols;
  const mean = columnMeans(X);
  const centroids = X.data.map((value, at) => value - mean[at % d]!);
  const alive = new Alive(X.rows);
  const { sizes, clusters } = alive;

  /** The same from both ends to the last bit, as a chain needs it. */
  const squaredHeight = (x: number, y: number) => {
    let sum = 0;
    for (let a = x * d, b = y * d, end = a + d; a < end; a++, b++) {
      const gap = centroids[a]! - centroids[b]!;
      sum += gap * gap;
    }
    return sum * ((2 * sizes[x]! * sizes[y]!) / (sizes[x]! + sizes[y]!));
  };

  return yield* chain(alive, d, {
    nearest(x, previous) {
      let cluster = previous;
      let least = previous < 0 ? Number.POSITIVE_INFINITY : squaredHeight(x, previous);
      for (let at = 0; at < alive.count; at++) {
        const other = clusters[at]!;
        if (other === x) continue;
        const value = squaredHeight(x, other);
        if (value < least) {
          least = value;
          cluster = other;
        }
      }
      return { cluster, distance: Math.sqrt(least) };
    },
    join(x, y) {
      const share = sizes[x]! / (sizes[x]! + sizes[y]!);
      for (let a = x * d, b = y * d, end = a + d; a < end; a++, b++) {
        centroids[b]! += (centroids[a]! - centroids[b]!) * share;
      }
    },
  });
}
