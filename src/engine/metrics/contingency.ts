import { matrix } from '../numeric/matrix.ts';
import type { Matrix } from '../types.ts';
import { type Encoded, encodeLabels } from './labels.ts';

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
  return crossEncoded(encodeLabels(labelsTrue), encodeLabels(labelsPred));
}

/** The same of labels that are numbered already. */
export function crossEncoded(classes: Encoded, clusters: Encoded): CrossTable {
  const n = classes.codes.length;
  const width = clusters.sizes.length;
  const size = classes.sizes.length * width;
  const cells = size <= 4 * n + 64 ? denseCells(classes, clusters) : sparseCells(classes, clusters);
  return { n, classSizes: classes.sizes, clusterSizes: clusters.sizes, cells };
}

/** The table with classes and clusters exchanged. */
export function transposed({ n, classSizes, clusterSizes, cells }: CrossTable): CrossTable {
  const turned = cells.map((cell) => ({ class: cell.cluster, cluster: cell.class, count: cell.count }));
  turned.sort((a, b) => a.class - b.class || a.cluster - b.cluster);
  return { n, classSizes: clusterSizes, clusterSizes: classSizes, cells: turned };
}

function denseCells(classes: Encoded, clusters: Encoded): Cell[] {
  const width = clusters.sizes.length;
  const counts = new Int32Array(classes.sizes.length * width);
  for (let i = 0; i < classes.codes.length; i++) counts[classes.codes[i]! * width + clusters.codes[i]!]!++;
  const cells: Cell[] = [];
  for (let key = 0; key < counts.length; key++) {
    if (counts[key]! > 0) cells.push({ class: Math.floor(key / width), cluster: key % width, count: counts[key]! });
  }
  return cells;
}

function sparseCells(classes: Encoded, clusters: Encoded): Cell[] {
  const width = clusters.sizes.length;
  const counts = new Map<number, number>();
  for (let i = 0; i < classes.codes.length; i++) {
    const key = classes.codes[i]! * width + clusters.codes[i]!;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const keys = Float64Array.from(counts.keys()).sort();
  return Array.from(keys, (key) => ({ class: Math.floor(key / width), cluster: key % width, count: counts.get(key)! }));
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
