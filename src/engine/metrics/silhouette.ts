import type { Matrix } from '../types.ts';
import { type ClusteredRows, isScorable, sortByCluster } from './clusters.ts';

/** Coordinate differences between two yields: a few milliseconds of work. */
const BLOCK = 4_000_000;

/**
 * The silhouette of each row, (b - a) / max(a, b): a is its mean distance from the rest of its cluster, b from the nearest
 * other cluster. -1…1; 0 for a row that is alone in its cluster and where all these distances are 0. null where there are
 * not 2…n-1 labels. Rousseeuw 1987, "Silhouettes: a graphical aid to the interpretation and validation of cluster analysis".
 *
 * A generator: it yields the share done, 0…1, every few milliseconds, so that a caller can stop in between. Each distance
 * is computed once, O(n² d) in all, in O(n) memory.
 */
export function* silhouetteBlocks(X: Matrix, labels: Int32Array): Generator<number, Float64Array | null, void> {
  const clusters = sortByCluster(X, labels);
  if (!isScorable(clusters.count, X.rows)) return null;
  const within = new Float64Array(X.rows);
  const nearest = new Float64Array(X.rows).fill(Number.POSITIVE_INFINITY);
  const sums = new Float64Array(X.rows);
  const total = (X.rows * X.rows * X.cols) / 2;
  let work = 0;
  let done = 0;
  for (let a = 0; a < clusters.count; a++) {
    for (let b = a; b < clusters.count; b++) {
      for (const pairs of a === b ? insideBlocks(clusters, a, within) : betweenBlocks(clusters, a, b, nearest, sums)) {
        work += pairs * X.cols;
        if (work < BLOCK) continue;
        done += work;
        work = 0;
        yield Math.min(1, done / total);
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

export function meanSilhouette(samples: Float64Array | null): number | null {
  return samples && samples.reduce((sum, value) => sum + value, 0) / samples.length;
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

function addGeneral({ data, cols }: Matrix, i: number, from: number, to: number, sums: Float64Array): number {
  const row = i * cols;
  let total = 0;
  for (let j = from; j < to; j++) {
    const other = j * cols;
    let squares = 0;
    for (let k = 0; k < cols; k++) {
      const difference = data[row + k]! - data[other + k]!;
      squares += difference * difference;
    }
    const distance = Math.sqrt(squares);
    sums[j]! += distance;
    total += distance;
  }
  return total;
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
