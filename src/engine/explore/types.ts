// What the page asks of a dataset, and what it is told. Every array of an answer is fresh, so that a worker can transfer it.

/** How the rows are told apart: by class, or by labels of the page's own (one a row, 0…count-1, -1: in no group). */
export type Groups =
  | { readonly of: 'none' }
  | { readonly of: 'class' }
  | { readonly of: 'labels'; readonly labels: Int32Array; readonly count: number };

export type OutlierRule = 'zscore' | 'iqr';

/** `columns` are columns of the table; nothing is scaled unless it says so. */
export type Ask =
  | { readonly kind: 'summary' }
  | { readonly kind: 'distributions'; readonly columns: readonly number[]; readonly groups: Groups }
  | { readonly kind: 'values'; readonly columns: readonly number[]; readonly most: number }
  | { readonly kind: 'correlation'; readonly columns: readonly number[] }
  /** Of the columns that the recipe clusters, or of all; scaled as the recipe says. */
  | { readonly kind: 'pca'; readonly of: 'features' | 'all'; readonly most: number }
  | {
      readonly kind: 'outliers';
      readonly columns: readonly number[];
      readonly rule: OutlierRule;
      readonly threshold: number;
    }
  | { readonly kind: 'images'; readonly groups: Groups; readonly examples: number };

/** One entry a column; NaN where a figure is not defined (the std of one value, the skewness of two, …). */
export interface ColumnFigures {
  /** Values that are there. */
  readonly count: Int32Array;
  readonly missing: Int32Array;
  /** How many different values. */
  readonly distinct: Int32Array;
  readonly min: Float64Array;
  readonly q25: Float64Array;
  readonly median: Float64Array;
  readonly q75: Float64Array;
  readonly max: Float64Array;
  readonly mean: Float64Array;
  /** With n - 1. */
  readonly std: Float64Array;
  readonly skewness: Float64Array;
  /** Share of the variance that lies between the classes, 0…1; NaN without classes. */
  readonly separation: Float64Array;
}

export interface SummaryAnswer extends ColumnFigures {
  readonly kind: 'summary';
  readonly rows: number;
  readonly cols: number;
  readonly featureNames: readonly string[];
  /** Empty without classes. */
  readonly classNames: readonly string[];
  readonly classCounts: Int32Array;
  /** The class of every row; null without classes. */
  readonly classes: Int32Array | null;
  /** Where a row is a picture. */
  readonly image: { readonly width: number; readonly height: number } | null;
  /** What a full pixel is; null without pixels. */
  readonly fullScale: number | null;
  /** cols × SPARK_BINS: how the values spread from the smallest to the largest. */
  readonly spark: Int32Array;
  /** The columns, the most telling first; `telling` says by what. */
  readonly order: Int32Array;
  readonly telling: 'separation' | 'spread';
}
/** Bins of the small histograms of a summary. */
export const SPARK_BINS = 24;

/** A box plot in Tukey's sense: whiskers end at the last value within 1.5 interquartile ranges. */
export interface Box {
  readonly count: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly low: number;
  readonly high: number;
  readonly outliers: number;
}

export interface Distribution {
  readonly column: number;
  /** One more than there are bins. */
  readonly edges: Float64Array;
  readonly counts: Int32Array;
  /** groups × bins */
  readonly groupCounts: Int32Array;
  /** Where the density curves are given. */
  readonly grid: Float64Array;
  /** null where there is none: fewer than two values, or only one distinct value. */
  readonly density: Float64Array | null;
  readonly groupDensity: readonly (Float64Array | null)[];
  /** null where there is no value. */
  readonly box: Box | null;
  readonly groupBoxes: readonly (Box | null)[];
  /** Some rows, evenly drawn from each group: their values and groups. */
  readonly sampleRows: Int32Array;
  readonly sampleValues: Float64Array;
  readonly sampleGroups: Int32Array;
}

export interface DistributionsAnswer {
  readonly kind: 'distributions';
  readonly columns: readonly Distribution[];
  readonly groupSizes: Int32Array;
}

export interface ValuesAnswer {
  readonly kind: 'values';
  readonly columns: readonly number[];
  /** One array a column, one value a row. */
  readonly values: readonly Float64Array[];
  /** At most `most` rows, evenly drawn, ascending. */
  readonly shown: Int32Array;
}

export interface CorrelationAnswer {
  readonly kind: 'correlation';
  readonly columns: readonly number[];
  /** d × d; NaN beside a column of one distinct value. */
  readonly pearson: Float64Array;
  readonly spearman: Float64Array;
}

/** Of columns as they are scaled for clustering. */
export interface PcaAnswer {
  readonly kind: 'pca';
  readonly columns: readonly number[];
  /** Components that are there: of the rank, at most `most`. */
  readonly count: number;
  readonly variance: Float64Array;
  readonly ratio: Float64Array;
  /** count × columns */
  readonly components: Float64Array;
  /** rows × 2 */
  readonly coords: Float64Array;
}

export interface OutliersAnswer {
  readonly kind: 'outliers';
  readonly columns: readonly number[];
  /** Bounds of each column in its own units; NaN where nothing can be an outlier. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly below: Int32Array;
  readonly above: Int32Array;
  readonly mean: Float64Array;
  /** With n, as scipy's zscore. */
  readonly std: Float64Array;
  /** Rows that lie outside in any column, the farthest first. */
  readonly rows: Int32Array;
  /** In how many columns. */
  readonly times: Int32Array;
  /** The place in `columns` where it lies farthest, and its z-score there. */
  readonly worst: Int32Array;
  readonly worstScore: Float64Array;
  /** Points to draw, the farthest of each column: place in `columns`, row, z-score. */
  readonly pointColumns: Int32Array;
  readonly pointRows: Int32Array;
  readonly pointScores: Float64Array;
}

export interface ImagesAnswer {
  readonly kind: 'images';
  readonly width: number;
  readonly height: number;
  readonly groupSizes: Int32Array;
  /** pixels: of all rows */
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  /** groups × pixels */
  readonly groupMeans: Float64Array;
  /** Rows of each group, evenly drawn. */
  readonly exampleRows: readonly Int32Array[];
  /** groups × examples × pixels, in the order of `exampleRows` */
  readonly examples: readonly Float64Array[];
}

export type Answer =
  | SummaryAnswer
  | DistributionsAnswer
  | ValuesAnswer
  | CorrelationAnswer
  | PcaAnswer
  | OutliersAnswer
  | ImagesAnswer;
export type AnswerTo<A extends Ask> = Extract<Answer, { kind: A['kind'] }>;
