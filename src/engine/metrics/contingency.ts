import { matrix } from '../numeric/matrix.ts';
import type { Matrix } from '../types.ts';
import { encodeLabels } from './labels.ts';

/** How two labelings of the same n rows meet. Only the cells that are not empty, so that n clusters cost n, not n². */
export interface CrossTable {
  readonly n: number;
  /** Rows a class, ascending by label. */
  readonly classSizes: Int32Array;
  readonly clusterSizes: Int32Array;
  readonly cells: readonly Cell[];
}
export interface Cell {
  readonly class: number;
  readonly cluster: number;
  readonly count: number;
}

/** Counts the pairs (true label, predicted label). */
export function crossTabulate(labelsTrue: Int32Array, labelsPred: Int32Array): CrossTable {
  const classes = encodeLabels(labelsTrue);
  const clusters = encodeLabels(labelsPred);
  const width = clusters.values.length;
  const counts = new Map<number, number>();
  for (let i = 0; i < labelsTrue.length; i++) {
    const key = classes.codes[i]! * width + clusters.codes[i]!;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const keys = Float64Array.from(counts.keys()).sort();
  const cells = Array.from(keys, (key) => ({
    class: Math.floor(key / width),
    cluster: key % width,
    count: counts.get(key)!,
  }));
  return { n: labelsTrue.length, classSizes: classes.sizes, clusterSizes: clusters.sizes, cells };
}

export interface Contingency {
  /** Counts, classes × clusters. */
  readonly matrix: Matrix;
  /** The labels of its rows and columns, ascending: noise, -1, comes first. */
  readonly classes: Int32Array;
  readonly clusters: Int32Array;
}

/** The contingency table of two labelings of the same rows. */
export function contingencyMatrix(labelsTrue: Int32Array, labelsPred: Int32Array): Contingency {
  const classes = encodeLabels(labelsTrue);
  const clusters = encodeLabels(labelsPred);
  const table = matrix(classes.values.length, clusters.values.length);
  for (let i = 0; i < labelsTrue.length; i++) table.data[classes.codes[i]! * table.cols + clusters.codes[i]!]!++;
  return { matrix: table, classes: classes.values, clusters: clusters.values };
}
