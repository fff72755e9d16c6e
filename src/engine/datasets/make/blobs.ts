import type { RandomState } from '../../numeric/random-state.ts';
import { type Matrix, RecipeError } from '../../types.ts';
import { blobCounts, checkSize } from './counts.ts';
import type { Made } from './made.ts';
import { shuffleRows } from './shuffle.ts';

export interface BlobsParams {
  readonly n_samples: number | readonly number[];
  readonly n_features: number;
  readonly centers: number | null | readonly (readonly number[])[];
  readonly cluster_std: number | readonly number[];
  readonly center_box: readonly number[];
  readonly shuffle: boolean;
}

/**
 * sklearn.datasets.make_blobs: normal clouds around centres that are given or drawn from `center_box`. More centres than
 * rows leave the last ones without any. Throws a RecipeError where lists do not fit together.
 */
export function makeBlobs(params: BlobsParams, random: RandomState): Made {
  const centers = placeCenters(params, random);
  const counts = blobCounts(params.n_samples, centers.rows);
  const stds = spreads(params.cluster_std, centers.rows);
  const rows = counts.reduce((sum, count) => sum + count, 0);
  checkSize(rows, centers.cols);
  const data = new Float64Array(rows * centers.cols);
  const y = new Int32Array(rows);
  let row = 0;
  counts.forEach((count, c) => {
    const center = centers.data.subarray(c * centers.cols, (c + 1) * centers.cols);
    for (let end = row + count; row < end; row++) {
      y[row] = c;
      for (let j = 0; j < centers.cols; j++) data[row * centers.cols + j] = random.normal(center[j]!, stds[c]!);
    }
  });
  const made: Made = { X: { data, rows, cols: centers.cols }, y, target: null };
  return params.shuffle ? shuffleRows(made, random) : made;
}

/** k × d: given, or uniform in the box; `centers` null means 3, or as many as `n_samples` has entries. */
function placeCenters({ centers, n_samples, n_features, center_box }: BlobsParams, random: RandomState): Matrix {
  if (Array.isArray(centers)) {
    return { data: Float64Array.from(centers.flat()), rows: centers.length, cols: centers[0].length };
  }
  if (typeof n_samples !== 'number' && centers !== null) {
    throw new RecipeError('dataset.centers', 'must be a list of points or null where n_samples is a list');
  }
  const rows = typeof n_samples === 'number' ? ((centers as number | null) ?? 3) : n_samples.length;
  checkSize(rows, n_features);
  const [low, high] = center_box as readonly [number, number];
  const data = new Float64Array(rows * n_features);
  for (let i = 0; i < data.length; i++) data[i] = random.uniform(low, high);
  return { data, rows, cols: n_features };
}

function spreads(std: number | readonly number[], k: number): readonly number[] {
  if (typeof std === 'number') return new Array<number>(k).fill(std);
  if (std.length !== k) {
    throw new RecipeError('dataset.cluster_std', `must have ${k} entries, one a centre, not ${std.length}`);
  }
  return std;
}
