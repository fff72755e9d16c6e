import { fusedMultiplyAdd } from '../../numeric/exact.ts';
import type { RandomState } from '../../numeric/random-state.ts';
import { makeBlobs } from './blobs.ts';
import type { Made } from './made.ts';

/** The blobs that the shapes of scikit-learn's cluster comparison start from. */
export const COMPARISON_BLOBS = { n_features: 2, centers: null, cluster_std: 1, center_box: [-10, 10], shuffle: true };

/**
 * Three blobs stretched along a slope: X · [[0.6, -0.6], [-0.4, 0.8]], from scikit-learn's plot_cluster_comparison. The second
 * product of each sum is fused with it, as numpy's matrix product has it on any processor of today.
 */
export function makeAniso({ n_samples }: { readonly n_samples: number }, random: RandomState): Made {
  const blobs = makeBlobs({ ...COMPARISON_BLOBS, n_samples }, random);
  const { data, rows } = blobs.X;
  for (let i = 0; i < rows; i++) {
    const [a, b] = [data[2 * i]!, data[2 * i + 1]!];
    data[2 * i] = fusedMultiplyAdd(b, -0.4, a * 0.6);
    data[2 * i + 1] = fusedMultiplyAdd(b, 0.8, a * -0.6);
  }
  return blobs;
}
