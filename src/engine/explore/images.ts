import { isPixels, rowOf } from '../pixels.ts';
import type { Matrix, Table } from '../types.ts';
import { groupsOf } from './groups.ts';
import { sampleRows } from './sample.ts';
import type { Groups, ImagesAnswer } from './types.ts';

/** Rows between two yields. */
const BLOCK = 2_000;

/** Mean image of each group, mean and variance (with n) of all rows, and some examples. Yields every few thousand rows. */
export function* imageSteps(
  table: Table,
  size: { readonly width: number; readonly height: number },
  groups: Groups,
  examples: number,
): Generator<null, ImagesAnswer, void> {
  const { X } = table;
  const d = X.cols;
  const { labels, count, sizes } = groupsOf(table, groups);
  const sums = new Float64Array((count + 1) * d);
  const squares = new Float64Array(d);
  for (let from = 0; from < X.rows; from += BLOCK) {
    for (let i = from; i < Math.min(X.rows, from + BLOCK); i++) {
      addRow(X, i, squares, sums.subarray(count * d));
      const label = labels[i]!;
      if (label >= 0 && label < count) addRow(X, i, null, sums.subarray(label * d, (label + 1) * d));
    }
    yield null;
  }
  const n = Math.max(1, X.rows);
  const divisor = isPixels(X) ? X.divisor : 1;
  const mean = sums.slice(count * d).map((sum) => sum / n / divisor);
  const groupMeans = sums.slice(0, count * d).map((sum, at) => sum / Math.max(1, sizes[Math.floor(at / d)]!) / divisor);
  const exampleRows = Array.from({ length: count }, (_, g) => sampleRows(membersOf(labels, g), examples));
  return {
    kind: 'images',
    ...size,
    groupSizes: sizes,
    mean,
    variance: squares.map((sum, j) => Math.max(0, sum / n / divisor ** 2 - mean[j]! ** 2)),
    groupMeans,
    exampleRows,
    examples: exampleRows.map((rows) => {
      const pictures = new Float64Array(rows.length * d);
      for (const [at, row] of rows.entries()) pictures.set(rowOf(X, row), at * d);
      return pictures;
    }),
  };
}

/** Adds a row, of pixels in whole grey levels, to its sums. */
function addRow(X: Matrix, i: number, squares: Float64Array | null, sums: Float64Array): void {
  const values = isPixels(X) ? X.bytes : X.data;
  const d = X.cols;
  for (let j = 0, at = i * d; j < d; j++, at++) {
    const value = values[at]!;
    if (value === 0) continue;
    sums[j]! += value;
    if (squares) squares[j]! += value * value;
  }
}

function membersOf(labels: Int32Array, group: number): Int32Array {
  const members: number[] = [];
  for (let i = 0; i < labels.length; i++) if (labels[i] === group) members.push(i);
  return Int32Array.from(members);
}
