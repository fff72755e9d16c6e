import { type MetricName, metricSpecs } from '../metrics/specs.ts';

/** A figure of a cell that a sweep can show: a score, a count, a time. */
export interface Measure {
  /** scikit-learn's name, or ours in its manner: the column of the table and the script. */
  readonly name: MeasureName;
  readonly title: string;
  /** null: neither is better by itself. */
  readonly better: 'higher' | 'lower' | null;
  /** The ends of its scale, where it has them whatever the data. */
  readonly range: readonly [number, number | null] | null;
  readonly unit?: '%' | 's';
  readonly needsClasses: boolean;
  readonly doc: string;
  /** What to keep in mind before its best value is taken, as it is read after the name. */
  readonly caution?: string;
}

export type MeasureName = MetricName | 'inertia' | 'distortion' | 'n_clusters' | 'noise_share' | 'n_iter' | 'seconds';

const own: readonly Measure[] = [
  {
    name: 'inertia',
    title: 'Inertia',
    better: null,
    range: [0, null],
    needsClasses: false,
    doc: 'The sum of squared distances of the rows to their centres. It falls with every further cluster, so its least value says nothing: look for the bend.',
  },
  {
    name: 'distortion',
    title: 'Distortion',
    better: null,
    range: [0, null],
    needsClasses: false,
    doc: 'The mean distance of the rows to the mean of their cluster, noise apart. It falls with every further cluster.',
  },
  {
    name: 'n_clusters',
    title: 'Clusters',
    better: null,
    range: [0, null],
    needsClasses: false,
    doc: 'How many clusters came out, noise apart.',
  },
  {
    name: 'noise_share',
    title: 'Share of noise',
    better: null,
    range: [0, 1],
    unit: '%',
    needsClasses: false,
    doc: 'The share of rows that are in no cluster.',
  },
  {
    name: 'n_iter',
    title: 'Iterations',
    better: null,
    range: [0, null],
    needsClasses: false,
    doc: 'How many iterations the fit took.',
  },
  {
    name: 'seconds',
    title: 'Fit time',
    better: null,
    range: [0, null],
    unit: 's',
    needsClasses: false,
    doc: 'What the fit took here. Cells that share work with others (cuts of one tree, radii of one graph) take less than alone.',
  },
];

/** Everything that a sweep can show, in the order in which it is listed. */
export const measures: readonly Measure[] = [
  ...metricSpecs.map(({ name, title, better, range, needs, doc, caution }) => ({
    name,
    title,
    better,
    range,
    needsClasses: needs === 'y',
    doc,
    ...(caution && { caution }),
  })),
  ...own,
];

export function measureOf(name: string): Measure | undefined {
  return measures.find((measure) => measure.name === name);
}
