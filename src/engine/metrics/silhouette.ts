import { canTile, distanceSums } from '../kernels/silhouette.ts';
import { takeRows } from '../numeric/matrix.ts';
import { isPixels, type Pixels } from '../pixels.ts';
import type { Matrix } from '../types.ts';
import { isScorable, squaredDistance } from './clusters.ts';
import { type Encoded, encodeLabels } from './labels.ts';

/** Coordinate differences between two yields: a few milliseconds of work. */
const BLOCK = 4_000_000;
/** What a pair of clusters costs besides its distances, in the same unit. */
const PAIR = 60;

/** The rows of a table, sorted by cluster. */
interface ClusteredRows {
  readonly count: number;
  /** Cluster c holds the sorted rows starts[c]…starts[c + 1] - 1. */
  readonly starts: Int32Array;
  /** The original row of each sorted row; within a cluster in ascending order. */
  readonly order: Int32Array;
  /** The points in sorted order. */
  readonly X: Matrix;
}

/**
 * The silhouette of each row, (b - a) / max(a, b): a is its mean distance from the rest of its cluster, b from the nearest
 * other cluster. -1…1; 0 for a row that is alone in its cluster and where all these distances are 0. null where there are
 * not 2…n-1 labels. Rousseeuw 1987, "Silhouettes: a graphical aid to the interpretation and validation of cluster analysis".
 *
 * A generator: it yields the share done, 0…1, every few milliseconds, so that a caller can stop in between. Each distance
 * is computed once, O(n² d) in all, in O(n) memory.
 */
export function* silhouetteBlocks(X: Matrix, labels: Int32Array): Generator<number, Float64Array | null, void> {
  const encoded = encodeLabels(labels);
  if (!isScorable(encoded)) return null;
  const clusters = sortByCluster(X, encoded);
  if (isPixels(clusters.X) && canTile(clusters.X, clusters.count)) return yield* pixelSilhouettes(clusters, clusters.X);
  const within = new Float64Array(X.rows);
  const nearest = new Float64Array(X.rows).fill(Number.POSITIVE_INFINITY);
  const sums = new Float64Array(X.rows);
  const total = (X.rows * X.rows * X.cols) / 2;
  let work = 0;
  let done = 0;
  for (let a = 0; a < clusters.count; a++) {
    for (let b = a; b < clusters.count; b++) {
      for (const pairs of a === b ? insideBlocks(clusters, a, within) : betweenBlocks(clusters, a, b, nearest, sums)) {
        work += pairs * X.cols + PAIR;
        if (work < BLOCK) continue;
        done += work;
        work = 0;
        yield Math.min(1, done / total);
      }
    }
  }
  return combine(clusters, within, nearest);
}

/** The same of pixels, whose distances come by tiles; a silhouette is the same in any unit. */
function* pixelSilhouettes(clusters: ClusteredRows, X: Pixels): Generator<number, Float64Array, void> {
  const { count, starts } = clusters;
  const n = X.rows;
  const sums = yield* distanceSums(X, starts);
  const within = new Float64Array(n);
  const nearest = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  for (let own = 0; own < count; own++) {
    for (let c = 0; c < count; c++) {
      const size = starts[c + 1]! - starts[c]!;
      for (let i = starts[own]!; i < starts[own + 1]!; i++) {
        const sum = sums[c * n + i]!;
        if (c === own) within[i] = sum;
        else nearest[i] = Math.min(nearest[i]!, sum / size);
      }
    }
  }
  return combine(clusters, within, nearest);
}

/** `silhouetteBlocks` in one go. */
export function silhouetteSamples(X: Matrix, labels: Int32Array): Float64Array | null {
  const blocks = silhouetteBlocks(X, labels);
  let next = blocks.next();
  while (!next.done) next = blocks.next();
  return next.value;
}

/** The mean silhouette of all rows, or null where it is not defined. */
export function silhouetteScore(X: Matrix, labels: Int32Array): number | null {
  return meanSilhouette(silhouetteSamples(X, labels));
}

/** sklearn.metrics.silhouette_score of the silhouettes of all rows; null where they are not defined. */
export function meanSilhouette(samples: Float64Array | null): number | null {
  return samples && samples.reduce((sum, value) => sum + value, 0) / samples.length;
}

function sortByCluster(X: Matrix, { codes, sizes }: Encoded): ClusteredRows {
  const starts = new Int32Array(sizes.length + 1);
  for (let c = 0; c < sizes.length; c++) starts[c + 1] = starts[c]! + sizes[c]!;
  const next = starts.slice();
  const order = new Int32Array(codes.length);
  for (let i = 0; i < codes.length; i++) order[next[codes[i]!]!++] = i;
  return { count: sizes.length, starts, order, X: takeRows(X, order) };
}

/** Adds, for each row of cluster c, the distances to all others of it. Yields the pairs done in a block of rows. */
function* insideBlocks({ X, starts }: ClusteredRows, c: number, within: Float64Array): Generator<number> {
  const to = starts[c + 1]!;
  let pairs = 0;
  for (let i = starts[c]!; i < to; i++) {
    within[i]! += addDistances(X, i, i + 1, to, within);
    pairs += to - i - 1;
    if (pairs * X.cols < BLOCK / 4) continue;
    yield pairs;
    pairs = 0;
  }
  yield pairs;
}

/** Lowers, for each row of clusters a and b, the mean distance to the nearest other cluster. `sums` is scratch, n long. */
function* betweenBlocks(
  { X, starts }: ClusteredRows,
  a: number,
  b: number,
  nearest: Float64Array,
  sums: Float64Array,
): Generator<number> {
  const [fromA, toA, fromB, toB] = [starts[a]!, starts[a + 1]!, starts[b]!, starts[b + 1]!];
  sums.fill(0, fromB, toB);
  let pairs = 0;
  for (let i = fromA; i < toA; i++) {
    nearest[i] = Math.min(nearest[i]!, addDistances(X, i, fromB, toB, sums) / (toB - fromB));
    pairs += toB - fromB;
    if (pairs * X.cols < BLOCK / 4) continue;
    yield pairs;
    pairs = 0;
  }
  for (let j = fromB; j < toB; j++) nearest[j] = Math.min(nearest[j]!, sums[j]! / (toA - fromA));
  yield pairs;
}

/** Adds the distance of row i to each row j of from…to-1 to sums[j]; returns their sum. */
function addDistances(X: Matrix, i: number, from: number, to: number, sums: Float64Array): number {
  return X.cols === 2 ? addPlane(X.data, i, from, to, sums) : addGeneral(X, i, from, to, sums);
}

function addPlane(data: Float64Array, i: number, from: number, to: number, sums: Float64Array): number {
  const x = data[2 * i]!;
  const y = data[2 * i + 1]!;
  let total = 0;
  for (let j = from; j < to; j++) {
    const dx = x - data[2 * j]!;
    const dy = y - data[2 * j + 1]!;
    const distance = Math.sqrt(dx * dx + dy * dy);
    sums[j]! += distance;
    total += distance;
  }
  return total;
}

/** Four rows at a time: their sums do not wait for each other. */
function addGeneral(X: Matrix, i: number, from: number, to: number, sums: Float64Array): number {
  const { data, cols } = X;
  const row = i * cols;
  let total = 0;
  let j = from;
  for (; j + 4 <= to; j += 4) {
    let [s0, s1, s2, s3] = [0, 0, 0, 0];
    for (let at = row, p = j * cols; at < row + cols; at++, p++) {
      const value = data[at]!;
      const d0 = value - data[p]!;
      const d1 = value - data[p + cols]!;
      const d2 = value - data[p + 2 * cols]!;
      const d3 = value - data[p + 3 * cols]!;
      s0 += d0 * d0;
      s1 += d1 * d1;
      s2 += d2 * d2;
      s3 += d3 * d3;
    }
    total += addFour(sums, j, Math.sqrt(s0), Math.sqrt(s1), Math.sqrt(s2), Math.sqrt(s3));
  }
  for (; j < to; j++) {
    const distance = Math.sqrt(squaredDistance(X, i, X, j));
    sums[j]! += distance;
    total += distance;
  }
  return total;
}

function addFour(sums: Float64Array, j: number, d0: number, d1: number, d2: number, d3: number): number {
  sums[j]! += d0;
  sums[j + 1]! += d1;
  sums[j + 2]! += d2;
  sums[j + 3]! += d3;
  return d0 + d1 + d2 + d3;
}

function combine({ count, starts, order }: ClusteredRows, within: Float64Array, nearest: Float64Array): Float64Array {
  const samples = new Float64Array(order.length);
  for (let c = 0; c < count; c++) {
    const others = starts[c + 1]! - starts[c]! - 1;
    for (let i = starts[c]!; i < starts[c + 1]!; i++) {
      const a = within[i]! / others;
      const largest = Math.max(a, nearest[i]!);
      samples[order[i]!] = others === 0 || largest === 0 ? 0 : (nearest[i]! - a) / largest;
    }
  }
  return samples;
}
