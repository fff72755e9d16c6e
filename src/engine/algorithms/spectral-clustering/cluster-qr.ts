import { svd, timesTransposed } from '../../numeric/svd.ts';
import type { Matrix } from '../../types.ts';

/**
 * One cluster a column, without iterations: A. Damle, V. Minden, L. Ying, "Simple, direct and efficient multi-way spectral
 * clustering", Information and Inference 8 (2019) 181–203. A pivoted QR factorisation picks the c rows that span the space
 * best; the nearest orthogonal matrix to them turns the space so that each axis is a cluster.
 * `pivots` are the picked rows.
 */
export function clusterQr(coordinates: Matrix): { labels: Int32Array; pivots: Int32Array } {
  const { data, cols: c } = coordinates;
  const pivots = pivotRows(coordinates);
  const picked = new Float64Array(c * c);
  pivots.forEach((row, j) => {
    for (let f = 0; f < c; f++) picked[f * c + j] = data[row * c + f]!;
  });
  const { U, V } = svd(picked, c);
  return { labels: largestShare(coordinates, timesTransposed(U, V, c)), pivots };
}

/** Each time the row that sticks out most from the span of those before, the first of equals. */
function pivotRows({ data, rows: n, cols: c }: Matrix): Int32Array {
  const rest = data.slice();
  const pivots = new Int32Array(c);
  const taken = new Set<number>();
  for (let j = 0; j < c; j++) {
    const row = longestRow(rest, n, c, taken);
    pivots[j] = row;
    taken.add(row);
    const axis = rest.slice(row * c, row * c + c);
    const square = axis.reduce((sum, value) => sum + value * value, 0);
    if (square === 0) continue;
    for (let i = 0; i < n; i++) {
      let share = 0;
      for (let f = 0; f < c; f++) share += rest[i * c + f]! * axis[f]!;
      for (let f = 0; f < c; f++) rest[i * c + f]! -= (share / square) * axis[f]!;
    }
  }
  return pivots;
}

function longestRow(data: Float64Array, n: number, c: number, taken: ReadonlySet<number>): number {
  let longest = -1;
  let best = -1;
  for (let i = 0; i < n; i++) {
    if (taken.has(i)) continue;
    let square = 0;
    for (let f = 0; f < c; f++) square += data[i * c + f]! * data[i * c + f]!;
    if (square > longest) {
      longest = square;
      best = i;
    }
  }
  return best;
}

/** The axis on which each row lies farthest out, either way, after the turn. */
function largestShare({ data, rows: n, cols: c }: Matrix, rotation: Float64Array): Int32Array {
  const labels = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    let most = -1;
    for (let j = 0; j < c; j++) {
      let value = 0;
      for (let f = 0; f < c; f++) value += data[i * c + f]! * rotation[f * c + j]!;
      if (Math.abs(value) > most) {
        most = Math.abs(value);
        labels[i] = j;
      }
    }
  }
  return labels;
}
