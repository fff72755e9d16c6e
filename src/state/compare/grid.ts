import { algorithmSpec, algorithms } from '../../engine/algorithms/specs.ts';
import { datasetSpec } from '../../engine/datasets/specs.ts';
import type { DatasetRef, Recipe } from '../../engine/recipe.ts';
import { completeParams, startRecipe } from '../../engine/spec/defaults.ts';
import type { Params } from '../../engine/types.ts';
import { clusteredSize } from '../clustered-size.ts';

/** What the parameters of all methods are made of on one dataset. */
interface Tuning {
  readonly n_clusters: number;
  readonly eps: number;
  readonly quantile: number;
  readonly damping: number;
  readonly preference: number;
}

const N = 500;
/** Of the datasets, and of the methods. */
const SEED = 30;
const RANDOM_STATE = 42;

/**
 * The values of scikit-learn's example "Comparing different clustering algorithms on toy datasets", those that its methods use.
 * A dataset names what differs from the usual.
 */
const usual: Tuning = { n_clusters: 3, eps: 0.3, quantile: 0.3, damping: 0.9, preference: -200 };
const toys: readonly { readonly dataset: DatasetRef; readonly tuning: Partial<Tuning> }[] = [
  {
    dataset: { make: 'make_circles', n_samples: N, factor: 0.5, noise: 0.05, random_state: SEED },
    tuning: { n_clusters: 2, quantile: 0.2, damping: 0.77, preference: -240 },
  },
  {
    dataset: { make: 'make_moons', n_samples: N, noise: 0.05, random_state: SEED },
    tuning: { n_clusters: 2, damping: 0.75, preference: -220 },
  },
  { dataset: { make: 'varied', n_samples: N }, tuning: { eps: 0.18 } },
  { dataset: { make: 'aniso', n_samples: N }, tuning: { eps: 0.15 } },
  { dataset: { make: 'make_blobs', n_samples: N, random_state: SEED }, tuning: {} },
  { dataset: { make: 'no_structure', n_samples: N, random_state: SEED }, tuning: {} },
];

/** Two tables beside them, with the page's own start values. */
const tables = ['iris', 'wine'] as const;

/** K-Means is not in the example: it has what Mini-Batch K-Means has there. A method that is new to us has its defaults. */
function documented(algorithm: string, { n_clusters, eps, quantile, damping, preference }: Tuning): Params {
  const random_state = RANDOM_STATE;
  const known: Readonly<Record<string, Params>> = {
    KMeans: { n_clusters, random_state },
    MiniBatchKMeans: { n_clusters, random_state },
    AgglomerativeClustering: { n_clusters, linkage: 'ward' },
    DBSCAN: { eps },
    MeanShift: { bandwidth: null, quantile, bin_seeding: true },
    Birch: { n_clusters },
    AffinityPropagation: { damping, preference, random_state },
    SpectralClustering: { n_clusters, eigen_solver: 'arpack', affinity: 'nearest_neighbors', random_state },
  };
  return known[algorithm] ?? {};
}

/** One dataset of the grid, and the recipe of each algorithm on it, in the order of `gridAlgorithms`. */
export interface GridRow {
  readonly title: string;
  readonly recipes: readonly Recipe[];
}

export const gridAlgorithms: readonly string[] = algorithms.map(({ id }) => id);

const titleOf = (id: string) => datasetSpec(id)?.title ?? id;

export const gridRows: readonly GridRow[] = [
  ...toys.map(({ dataset, tuning }) => ({
    title: titleOf((dataset as { make: string }).make),
    recipes: gridAlgorithms.map((algorithm): Recipe => {
      const params = documented(algorithm, { ...usual, ...tuning });
      return { dataset, scaler: 'standard', algorithm, params };
    }),
  })),
  ...tables.map((id) => ({
    title: titleOf(id),
    recipes: gridAlgorithms.map((algorithm) => startRecipe(id, algorithm)),
  })),
];

function seconds(recipe: Recipe): number {
  const spec = algorithmSpec(recipe.algorithm)!;
  const { rows, columns } = clusteredSize(recipe);
  return spec.cost?.(rows ?? N, columns ?? 2, completeParams(spec.params, recipe.params)).seconds ?? 0;
}

/** All of them, the quickest first: the grid begins to fill at once. */
export const gridRecipes: readonly Recipe[] = gridRows
  .flatMap(({ recipes }) => recipes)
  .map((recipe) => ({ recipe, cost: seconds(recipe) }))
  .sort((a, b) => a.cost - b.cost)
  .map(({ recipe }) => recipe);
