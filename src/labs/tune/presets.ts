import type { Recipe } from '../../engine/recipe.ts';
import type { Axis } from '../../engine/spec/axes.ts';
import type { MeasureName } from '../../engine/spec/measures.ts';
import { NO_REPEATS, type Repeats, type Sweep } from '../../engine/spec/sweep.ts';
import type { Params } from '../../engine/types.ts';
import { startParams } from '../../state/dataset.ts';

/** A sweep that is there to be run: what is varied, what else is set, and what to look at first. */
export interface Preset {
  readonly id: string;
  readonly algorithm: string;
  readonly title: string;
  /** One sentence: what to look for. */
  readonly look: string;
  /** In place of what the recipe says. */
  readonly params: Params;
  readonly x: Axis;
  readonly y: Axis | null;
  readonly repeats?: Partial<Repeats>;
  readonly score: MeasureName;
  /** On the second axis of a line chart. */
  readonly second?: MeasureName;
}

const range = (param: string, from: number, to: number, count: number, scale: 'linear' | 'log' = 'linear'): Axis => ({
  param,
  from,
  to,
  count,
  scale,
});

/** Every ready-made sweep, in the order in which they are listed. */
export const presets: readonly Preset[] = [
  {
    id: 'elbow',
    algorithm: 'KMeans',
    title: 'Elbow and silhouette over n_clusters',
    look: 'Inertia always falls; where it stops falling steeply is the elbow. The silhouette has a peak of its own.',
    params: { n_init: 10, random_state: 42 },
    x: range('n_clusters', 1, 15, 15),
    y: null,
    score: 'inertia',
    second: 'silhouette_score',
  },
  {
    id: 'elbow-time',
    algorithm: 'KMeans',
    title: 'Distortion and fit time over n_clusters',
    look: 'What each further cluster gains, and what it costs.',
    params: { n_init: 10, random_state: 42 },
    x: range('n_clusters', 1, 15, 15),
    y: null,
    score: 'distortion',
    second: 'seconds',
  },
  {
    id: 'gap',
    algorithm: 'KMeans',
    title: 'Gap statistic over n_clusters',
    look: 'How much tighter the clusters are than those of points without any. The first number whose gap the next one does not beat by more than its standard error.',
    params: { n_init: 10, random_state: 42 },
    x: range('n_clusters', 1, 10, 10),
    y: null,
    repeats: { references: 10 },
    score: 'inertia',
  },
  {
    id: 'starts',
    algorithm: 'KMeans',
    title: 'k-means++ against random, 50 seeds',
    look: 'One run from each of 50 starts: how far apart they end, and how often the best end is reached.',
    params: { n_init: 1 },
    x: range('random_state', 0, 49, 50),
    y: { param: 'init', values: ['k-means++', 'random'] },
    score: 'inertia',
  },
  {
    id: 'stability',
    algorithm: 'KMeans',
    title: 'Stability over n_clusters',
    look: 'Twenty seeds and twenty bootstrap samples for each number of clusters: where they agree, the clusters are there whatever the draw.',
    params: { n_init: 1, random_state: 42 },
    x: range('n_clusters', 2, 10, 9),
    y: null,
    repeats: { seeds: 20, bootstraps: 20 },
    score: 'silhouette_score',
  },
  {
    id: 'batch',
    algorithm: 'MiniBatchKMeans',
    title: 'n_clusters × batch_size',
    look: 'How small the batches may be before the result suffers.',
    params: { random_state: 42 },
    x: range('n_clusters', 2, 10, 9),
    y: range('batch_size', 10, 1280, 8, 'log'),
    score: 'silhouette_score',
  },
  {
    id: 'k-distance',
    algorithm: 'DBSCAN',
    title: 'k-distance, and clusters over eps',
    look: 'The distances to the k-th neighbour, sorted: eps belongs where the curve bends upwards. Drag the line to set it.',
    params: {},
    x: range('eps', 0.05, 1, 20),
    y: null,
    score: 'n_clusters',
    second: 'noise_share',
  },
  {
    id: 'density',
    algorithm: 'DBSCAN',
    title: 'eps × min_samples',
    look: 'A plain of one colour is a setting that matters little; an edge is one to keep away from.',
    params: {},
    x: range('eps', 0.05, 1, 20),
    y: range('min_samples', 2, 20, 10),
    score: 'silhouette_score',
  },
  {
    id: 'bandwidth',
    algorithm: 'MeanShift',
    title: 'Score and clusters over bandwidth',
    look: 'The marks are the bandwidths that estimate_bandwidth finds for several quantiles.',
    params: { bin_seeding: true },
    x: range('bandwidth', 0.2, 3, 20, 'log'),
    y: null,
    score: 'silhouette_score',
    second: 'n_clusters',
  },
  {
    id: 'linkage',
    algorithm: 'AgglomerativeClustering',
    title: 'linkage × n_clusters',
    look: 'Four ways to say which clusters are near, each cut at every height.',
    params: { metric: 'euclidean', distance_threshold: null },
    x: range('n_clusters', 2, 12, 11),
    y: { param: 'linkage', values: ['ward', 'complete', 'average', 'single'] },
    score: 'silhouette_score',
  },
  {
    id: 'gamma',
    algorithm: 'SpectralClustering',
    title: 'Scores over gamma',
    look: 'Small gamma ties everything to everything; large gamma lets only the nearest count.',
    params: { affinity: 'rbf', random_state: 42 },
    x: range('gamma', 0.01, 100, 13, 'log'),
    y: null,
    score: 'adjusted_rand_score',
    second: 'silhouette_score',
  },
  {
    id: 'threshold',
    algorithm: 'Birch',
    title: 'threshold × branching_factor',
    look: 'The threshold says how coarse the summary is; the branching factor only how the tree is laid out.',
    params: {},
    x: range('threshold', 0.05, 1, 12),
    y: { param: 'branching_factor', from: 5, to: 80, count: 5, scale: 'log' },
    score: 'silhouette_score',
  },
  {
    id: 'preference',
    algorithm: 'AffinityPropagation',
    title: 'preference × damping',
    look: 'The preference decides how many exemplars there are; the damping, whether the messages settle.',
    params: { random_state: 42 },
    x: range('preference', -50, -1, 12),
    y: range('damping', 0.5, 0.95, 4),
    score: 'n_clusters',
  },
];

export function presetOf(id: string | null): Preset | undefined {
  return presets.find((preset) => preset.id === id);
}

/** The sweep of a preset on the data of a recipe; what the recipe says of the same algorithm stays, but for what the preset sets. */
export function presetSweep({ algorithm, params, x, y, repeats }: Preset, recipe: Recipe): Sweep {
  const own = recipe.algorithm === algorithm ? recipe.params : startParams(recipe.dataset, algorithm);
  return {
    recipe: { ...recipe, algorithm, params: { ...own, ...params } },
    x,
    y,
    repeats: { ...NO_REPEATS, ...repeats },
  };
}
