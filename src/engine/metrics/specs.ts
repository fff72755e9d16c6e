/** A metric as data: what the page and the terminal can say of it without its code. */
export interface MetricSpec<Name extends string = MetricName> {
  /** scikit-learn's function name. */
  readonly name: Name;
  readonly title: string;
  /** 'y': true classes and labels; 'X': points and labels. */
  readonly needs: 'y' | 'X';
  /** The least and the greatest value; null: no bound. */
  readonly range: readonly [number, number | null];
  readonly better: 'higher' | 'lower';
  /** One sentence of help. */
  readonly doc: string;
  /** What to keep in mind before its best value is taken, as it is read after the name: "favours …". */
  readonly caution?: string;
}

/** Past so many rows the silhouette is that of a sample of so many. */
export const SILHOUETTE_SAMPLE_SIZE = 10_000;

const ROUND = 'favours round clusters that lie well apart';

const specs = [
  {
    name: 'homogeneity_score',
    title: 'Homogeneity',
    needs: 'y',
    range: [0, 1],
    better: 'higher',
    doc: '1 when every cluster holds rows of a single class.',
    caution: 'always favours many small clusters',
  },
  {
    name: 'completeness_score',
    title: 'Completeness',
    needs: 'y',
    range: [0, 1],
    better: 'higher',
    doc: '1 when all rows of each class are in a single cluster.',
    caution: 'always favours one large cluster',
  },
  {
    name: 'v_measure_score',
    title: 'V-measure',
    needs: 'y',
    range: [0, 1],
    better: 'higher',
    doc: 'The harmonic mean of homogeneity and completeness.',
  },
  {
    name: 'adjusted_rand_score',
    title: 'Adjusted Rand index',
    needs: 'y',
    range: [-0.5, 1],
    better: 'higher',
    doc: 'The share of pairs of rows on which clusters and classes agree, corrected so that chance scores about 0.',
  },
  {
    name: 'adjusted_mutual_info_score',
    title: 'Adjusted mutual information',
    needs: 'y',
    range: [-1, 1],
    better: 'higher',
    doc: 'What a cluster tells of the class and the class of the cluster, corrected so that chance scores about 0.',
  },
  {
    name: 'normalized_mutual_info_score',
    title: 'Normalised mutual information',
    needs: 'y',
    range: [0, 1],
    better: 'higher',
    doc: 'What a cluster tells of the class and the class of the cluster, not corrected for chance.',
  },
  {
    name: 'fowlkes_mallows_score',
    title: 'Fowlkes–Mallows index',
    needs: 'y',
    range: [0, 1],
    better: 'higher',
    doc: 'The geometric mean of precision and recall, over the pairs of rows that share a cluster.',
  },
  {
    name: 'silhouette_score',
    title: 'Silhouette',
    needs: 'X',
    range: [-1, 1],
    better: 'higher',
    doc: 'How much nearer the rows are to their own cluster than to the nearest other one, on average.',
    caution: ROUND,
  },
  {
    name: 'calinski_harabasz_score',
    title: 'Caliński–Harabasz index',
    needs: 'X',
    range: [0, null],
    better: 'higher',
    doc: 'The variance between clusters over the variance within them.',
    caution: `${ROUND} and are evenly spread`,
  },
  {
    name: 'davies_bouldin_score',
    title: 'Davies–Bouldin index',
    needs: 'X',
    range: [0, null],
    better: 'lower',
    doc: 'How wide each cluster is beside its distance to the most similar other one, on average; lower is better.',
    caution: `${ROUND}; lower is better`,
  },
] as const satisfies readonly MetricSpec<string>[];

export type MetricName = (typeof specs)[number]['name'];

/** Every metric, in the order in which they are shown. */
export const metricSpecs: readonly MetricSpec[] = specs;

/** scikit-learn's function names, in the same order. */
export const METRIC_NAMES: readonly MetricName[] = metricSpecs.map(({ name }) => name);
