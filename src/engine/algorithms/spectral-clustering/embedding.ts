import { smallestEigen } from '../../numeric/smallest-eigen.ts';
import type { Matrix } from '../../types.ts';
import { type Affinity, degreesOf } from './affinity.ts';
import { normalizedLaplacian } from './laplacian.ts';

export interface Embedding {
  /** n × c: the rows' places. */
  readonly coordinates: Matrix;
  /** c, ascending, from 0. */
  readonly eigenvalues: Float64Array;
}

/**
 * The rows' places by the c smoothest functions on the graph: eigenvectors of the normalised Laplacian with the smallest
 * eigenvalues, divided by the square roots of the degrees (J. Shi, J. Malik, "Normalized cuts and image segmentation",
 * IEEE PAMI 22 (2000) 888–905). In each column the entry largest in absolute value is positive.
 * @param affinity taken over: its numbers are lost
 * @param start n numbers to start the search from
 */
export function* embed(affinity: Affinity, c: number, start: Float64Array): Generator<null, Embedding, void> {
  const { n } = affinity;
  const { L, roots, order } = yield* normalizedLaplacian(affinity, yield* degreesOf(affinity));
  const { values, vectors } = yield* smallestEigen(
    L,
    c,
    Float64Array.from(order, (node) => start[node]!),
  );
  const data = new Float64Array(n * c);
  vectors.forEach((vector, column) => {
    const places = new Float64Array(n);
    for (let i = 0; i < n; i++) places[order[i]!] = vector[i]! / roots[order[i]!]!;
    const sign = signOfLargest(places);
    for (let i = 0; i < n; i++) data[i * c + column] = sign * places[i]!;
  });
  return { coordinates: { data: squarable(data), rows: n, cols: c }, eigenvalues: values };
}

const LARGEST = 1e150;

/**
 * Rows whose ties add up to next to nothing come to lie farther out than numbers can be squared. All are then drawn in by one
 * power of two, which rounds nothing and changes no partition.
 */
function squarable(places: Float64Array): Float64Array {
  const largest = places.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest <= LARGEST) return places;
  const factor = 2 ** -Math.floor(Math.log2(largest));
  return places.map((value) => value * factor);
}

function signOfLargest(values: Float64Array): 1 | -1 {
  let largest = 0;
  for (const value of values) if (Math.abs(value) > Math.abs(largest)) largest = value;
  return largest < 0 ? -1 : 1;
}
