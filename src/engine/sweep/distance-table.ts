import type { Encoded } from '../metrics/labels.ts';
import { isPixels } from '../pixels.ts';
import type { Matrix } from '../types.ts';

/** Up to so many rows all distances are kept: 34 MB. */
const MOST_ROWS = 2048;
/** Of more rows in the plane a distance is sooner computed than fetched. */
const MOST_ROWS_IN_PLANE = 512;

/** Whether the distances of all pairs of rows are worth keeping. */
export function isWorthKeeping(X: Matrix): boolean {
  if (isPixels(X)) return false;
  return X.rows <= (X.cols <= 2 ? MOST_ROWS_IN_PLANE : MOST_ROWS);
}

/** The Euclidean distances of all pairs of rows, n × n. Yields after some milliseconds of work. */
export function* distanceTable({ data, rows: n, cols: d }: Matrix): Generator<null, Float64Array, void> {
  const table = new Float64Array(n * n);
  const block = Math.max(1, Math.floor(2_000_000 / (n * d)));
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      let sum = 0;
      for (let a = i * d, b = j * d; a < (i + 1) * d; a++, b++) {
        const difference = data[a]! - data[b]!;
        sum += difference * difference;
      }
      const distance = Math.sqrt(sum);
      table[i * n + j] = distance;
      table[j * n + i] = distance;
    }
    if (i % block === block - 1) yield null;
  }
  return table;
}

/** The silhouette of each row (metrics/silhouette.ts) from the distances of all pairs; there must be 2…n-1 labels. */
export function silhouettesFrom(table: Float64Array, { codes, sizes }: Encoded): Float64Array {
  const n = codes.length;
  const count = sizes.length;
  const sums = new Float64Array(count);
  const samples = new Float64Array(n);
  for (let i = 0, at = 0; i < n; i++) {
    sums.fill(0);
    for (let j = 0; j < n; j++) sums[codes[j]!]! += table[at++]!;
    const own = codes[i]!;
    if (sizes[own] === 1) continue;
    let nearest = Number.POSITIVE_INFINITY;
    for (let c = 0; c < count; c++) {
      const mean = sums[c]! / sizes[c]!;
      if (c !== own && mean < nearest) nearest = mean;
    }
    const within = sums[own]! / (sizes[own]! - 1);
    const largest = Math.max(within, nearest);
    samples[i] = largest === 0 ? 0 : (nearest - within) / largest;
  }
  return samples;
}
