import type { RandomState } from '../../numeric/random-state.ts';
import { type Made, plane } from './made.ts';

/** Points spread evenly over the unit square, from scikit-learn's plot_cluster_comparison: no clusters, no classes. */
export function makeNoStructure({ n_samples }: { readonly n_samples: number }, random: RandomState): Made {
  return plane(
    Float64Array.from({ length: 2 * n_samples }, () => random.randomSample()),
    null,
  );
}
