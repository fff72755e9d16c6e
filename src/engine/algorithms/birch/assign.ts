import { gemmDot, orderOf, squaredNorms, vectorDot } from '../../numeric/dots.ts';
import type { Matrix } from '../../types.ts';
import { firstLeast, slackOf } from './least.ts';

/** Distances measured between two yields. */
const BLOCK_WORK = 2 ** 20;
/** scikit-learn multiplies so many rows by so many centres at a time. */
const CHUNK = 256;

/** The place of the nearest centre of each row; of equally near ones the first, equal as scikit-learn rounds distances. */
export function* nearestCenters(X: Matrix, centers: Matrix): Generator<null, Int32Array, void> {
  const { data, rows: n, cols: d } = X;
  const count = centers.rows;
  const norms = squaredNorms(centers.data, count, d);
  const largest = norms.reduce((most, norm) => Math.max(most, norm), 0);
  const nearest = new Int32Array(n);
  const distances = new Float64Array(count);
  const rowsPerBlock = Math.ceil(BLOCK_WORK / (count * d));
  for (let i = 0; i < n; i++) {
    let square = 0;
    for (let f = 0, a = i * d; f < d; f++, a++) square += data[a]! * data[a]!;
    for (let j = 0; j < count; j++) {
      let dot = 0;
      for (let f = 0, a = i * d, b = j * d; f < d; f++, a++, b++) dot += data[a]! * centers.data[b]!;
      distances[j] = square + norms[j]! - 2 * dot;
    }
    nearest[i] = firstLeast(distances, count, slackOf(square + largest, d), (j) => {
      const order = orderOf(d, i % CHUNK, chunkAt(i, n), j % CHUNK, chunkAt(j, count));
      const dot = gemmDot(data, i * d, centers.data, j * d, d, order);
      return Math.max(0, vectorDot(data, i * d, data, i * d, d) + -2 * dot + norms[j]!);
    });
    if (i % rowsPerBlock === rowsPerBlock - 1) yield null;
  }
  return nearest;
}

/** The length of the chunk that entry `at` of `count` is in. */
function chunkAt(at: number, count: number): number {
  return Math.min(CHUNK, count - (at - (at % CHUNK)));
}
