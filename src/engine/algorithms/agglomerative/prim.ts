// R. C. Prim, "Shortest connection networks and some generalizations", Bell System Technical Journal 36 (1957) 1389–1401. The
// clusters at any height are runs of rows in the order in which the tree takes them (J. C. Gower, G. J. S. Ross 1969).
import type { Matrix } from '../../types.ts';
import { distanceBetween } from './distance.ts';
import type { Metric } from './names.ts';
import { Nearer } from './nearer.ts';
import { Reach } from './reach.ts';
import type { Merges } from './tree.ts';

/** Numbers looked at between two yields. */
const BLOCK_WORK = 2 ** 20;

/** Merges by single linkage: the spanning tree grown from row 0 on. Time n², memory n · d. Each merge names the row taken before, and the one taken. */
export function* prim(X: Matrix, metric: Metric): Generator<null, Merges, void> {
  const nearer = Nearer.of(X, metric);
  const isEuclidean = metric === 'euclidean' || metric === 'l2' || metric === 'minkowski';
  return yield* isEuclidean && nearer === null ? bySquares(X) : byDistances(X, metric, nearer);
}

function* bySquares(X: Matrix): Generator<null, Merges, void> {
  const reach = new Reach(X);
  const merges = noMerges(X.rows);
  const steps = stepsPerBlock(X);
  for (let m = 0, taken = 0; m < X.rows - 1; m++) {
    const { row, distance } = reach.take();
    merges.a[m] = taken;
    taken = row;
    merges.b[m] = taken;
    merges.heights[m] = distance;
    if (m % steps === steps - 1) yield null;
  }
  return merges;
}

function* byDistances(X: Matrix, metric: Metric, nearer: Nearer | null): Generator<null, Merges, void> {
  const n = X.rows;
  const distance = distanceBetween(X, metric);
  const reach = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  const outside = Int32Array.from({ length: n - 1 }, (_, i) => i + 1);
  const merges = noMerges(n);
  const steps = stepsPerBlock(X);
  for (let m = 0, taken = 0; m < n - 1; m++) {
    const count = n - 1 - m;
    nearer?.from(taken, outside.subarray(0, count));
    let best = 0;
    let nearest = Number.POSITIVE_INFINITY;
    for (let at = 0; at < count; at++) {
      const row = outside[at]!;
      if (nearer === null || nearer.isPossible(at, row)) {
        const direct = distance(taken, row);
        if (direct < reach[row]!) {
          reach[row] = direct;
          nearer?.reached(row, direct);
        }
      }
      if (reach[row]! < nearest) {
        nearest = reach[row]!;
        best = at;
      }
    }
    merges.a[m] = taken;
    taken = outside[best]!;
    merges.b[m] = taken;
    merges.heights[m] = nearest;
    outside.copyWithin(best, best + 1, count);
    if (m % steps === steps - 1) yield null;
  }
  return merges;
}

const noMerges = (n: number): Merges => ({
  a: new Int32Array(n - 1),
  b: new Int32Array(n - 1),
  heights: new Float64Array(n - 1),
});

const stepsPerBlock = ({ rows, cols }: Matrix): number => Math.ceil(BLOCK_WORK / (rows * cols));
