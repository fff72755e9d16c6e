import { matrix } from '../numeric/matrix.ts';
import { pairwiseSum } from '../numeric/sums.ts';
import type { Matrix } from '../types.ts';
import { encodeLabels } from './labels.ts';

/** The rows of a table, sorted by cluster. */
export interface ClusteredRows {
  /** Number of clusters; noise is one of them. */
  readonly count: number;
  /** Cluster c holds the sorted rows starts[c]…starts[c + 1] - 1. */
  readonly starts: Int32Array;
  /** The original row of each sorted row; within a cluster in ascending order. */
  readonly order: Int32Array;
  /** The points in sorted order. */
  readonly X: Matrix;
}

/** Whether scores of the points alone are defined: at least two labels, and fewer than rows. */
export function isScorable(labelCount: number, rows: number): boolean {
  return labelCount >= 2 && labelCount <= rows - 1;
}

export function sortByCluster(X: Matrix, labels: Int32Array): ClusteredRows {
  const { codes, sizes } = encodeLabels(labels);
  const starts = new Int32Array(sizes.length + 1);
  for (let c = 0; c < sizes.length; c++) starts[c + 1] = starts[c]! + sizes[c]!;
  const next = starts.slice();
  const order = new Int32Array(codes.length);
  const sorted = matrix(X.rows, X.cols);
  for (let i = 0; i < codes.length; i++) {
    const at = next[codes[i]!]!++;
    order[at] = i;
    sorted.data.set(X.data.subarray(i * X.cols, (i + 1) * X.cols), at * X.cols);
  }
  return { count: sizes.length, starts, order, X: sorted };
}

/** The mean of each cluster, count × d, in numpy's order of additions. */
export function clusterMeans({ count, starts, X }: ClusteredRows): Matrix {
  const means = matrix(count, X.cols);
  for (let c = 0; c < count; c++) {
    const from = starts[c]!;
    const size = starts[c + 1]! - from;
    if (X.cols === 1) means.data[c] = pairwiseSum(X.data, from, size) / size;
    else {
      const mean = means.data.subarray(c * X.cols, (c + 1) * X.cols);
      for (let at = from * X.cols; at < (from + size) * X.cols; at++) mean[at % X.cols]! += X.data[at]!;
      for (let j = 0; j < X.cols; j++) mean[j]! /= size;
    }
  }
  return means;
}

/** The squared Euclidean distance of row i of A and row j of B. */
export function squaredDistance(A: Matrix, i: number, B: Matrix, j: number): number {
  let sum = 0;
  for (let k = 0; k < A.cols; k++) {
    const difference = A.data[i * A.cols + k]! - B.data[j * B.cols + k]!;
    sum += difference * difference;
  }
  return sum;
}
