import { matrix } from '../numeric/matrix.ts';
import { pairwiseSum } from '../numeric/sums.ts';
import { isPixels } from '../pixels.ts';
import type { Matrix } from '../types.ts';
import type { Encoded } from './labels.ts';
import { meansOfPixels, squaresToMeans } from './pixel-clusters.ts';

/** Whether scores of the points alone are defined: at least two labels, and fewer than rows. */
export function isScorable({ sizes, codes }: Encoded): boolean {
  return sizes.length >= 2 && sizes.length <= codes.length - 1;
}

/** What the scores of the points go by: the clusters, their means, and the squared distance of each row to its own. */
export interface Clustered {
  readonly clusters: Encoded;
  /** clusters × d */
  readonly means: Matrix;
  readonly squares: Float64Array;
}

/** What the internal scores share of a labeling of the n × d points. */
export function clusteredBy(X: Matrix, clusters: Encoded): Clustered {
  const means = clusterMeans(X, clusters);
  return { clusters, means, squares: squaresToOwn(X, means, clusters) };
}

/** The mean of each cluster, clusters × d, in numpy's order of additions, so that equal rows have their own value as mean. */
function clusterMeans(X: Matrix, clusters: Encoded): Matrix {
  if (isPixels(X)) return meansOfPixels(X, clusters);
  const sums = X.cols === 1 ? singleColumnSums(X, clusters) : clusterSums(X, clusters);
  const data = new Float64Array(sums.length);
  for (let c = 0, at = 0; c < clusters.sizes.length; c++) {
    for (let j = 0; j < X.cols; j++, at++) data[at] = sums[at]! / clusters.sizes[c]!;
  }
  return matrix(clusters.sizes.length, X.cols, data);
}

function clusterSums(X: Matrix, { codes, sizes }: Encoded): Float64Array {
  const sums = new Float64Array(sizes.length * X.cols);
  for (let i = 0, at = 0; i < X.rows; i++) {
    const to = codes[i]! * X.cols;
    for (let j = 0; j < X.cols; j++, at++) sums[to + j]! += X.data[at]!;
  }
  return sums;
}

function singleColumnSums(X: Matrix, { codes, sizes }: Encoded): Float64Array {
  const values = Array.from(sizes, (size) => new Float64Array(size));
  const filled = new Int32Array(sizes.length);
  for (let i = 0; i < X.rows; i++) values[codes[i]!]![filled[codes[i]!]!++] = X.data[i]!;
  return Float64Array.from(values, (column) => pairwiseSum(column));
}

/** The squared distance of each row from the mean of its cluster. */
function squaresToOwn(X: Matrix, means: Matrix, { codes }: Encoded): Float64Array {
  if (isPixels(X)) return squaresToMeans(X, means, codes);
  const squares = new Float64Array(codes.length);
  for (let i = 0; i < codes.length; i++) squares[i] = squaredDistance(X, i, means, codes[i]!);
  return squares;
}

/** The squared Euclidean distance of row i of A and row j of B. */
export function squaredDistance(A: Matrix, i: number, B: Matrix, j: number): number {
  let sum = 0;
  for (let k = 0, a = i * A.cols, b = j * B.cols; k < A.cols; k++, a++, b++) {
    const difference = A.data[a]! - B.data[b]!;
    sum += difference * difference;
  }
  return sum;
}
