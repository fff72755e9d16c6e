import type { RandomState } from '../../numeric/random-state.ts';
import { COMPARISON_BLOBS } from './aniso.ts';
import { makeBlobs } from './blobs.ts';
import type { Made } from './made.ts';

/** Three blobs of unequal spread, from scikit-learn's plot_cluster_comparison. */
export function makeVaried({ n_samples }: { readonly n_samples: number }, random: RandomState): Made {
  return makeBlobs({ ...COMPARISON_BLOBS, n_samples, cluster_std: [1, 2.5, 0.5] }, random);
}
