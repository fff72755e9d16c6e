import { Envelope, envelopeCost } from '../../numeric/envelope.ts';
import type { Inverse, Laplacian } from '../../numeric/smallest-eigen.ts';
import { narrowOrder, type Sparse } from '../../numeric/sparse.ts';
import { type Affinity, rowsAtOnce, type SparseAffinity } from './affinity.ts';

/** What is added to the diagonal so that the matrix can be factorised. */
const SHIFT = 1e-8;
/** Beyond this many multiplications a factorisation is the last resort, and of a sparse matrix, where it fills up, none. */
const CHEAP_WORK = 4e8;
const MOST_WORK = 4e9;
/** Multiplications between two yields. */
const BLOCK_WORK = 2 ** 22;

/**
 * The normalised Laplacian of a graph, I − D^−½ A D^−½, with 1 for the degree of a node without ties. Takes over a dense
 * affinity's numbers. `roots` are the square roots of the degrees.
 */
export function* normalizedLaplacian(
  affinity: Affinity,
  degrees: Float64Array,
): Generator<null, { L: Laplacian; roots: Float64Array }, void> {
  const roots = degrees.map((degree) => (degree === 0 ? 1 : Math.sqrt(degree)));
  const L = affinity.kind === 'dense' ? yield* dense(affinity.data, affinity.n, roots) : sparse(affinity, roots);
  return { L, roots };
}

function* dense(affinity: Float64Array, n: number, roots: Float64Array): Generator<null, Laplacian, void> {
  const ties = affinity;
  const block = rowsAtOnce(n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) ties[i * n + j]! /= roots[i]! * roots[j]!;
    if (i % block === block - 1) yield null;
  }
  const blockRows = Math.max(1, Math.floor(BLOCK_WORK / n));
  function* multiply(v: readonly Float64Array[], out: readonly Float64Array[]): Generator<null, void, void> {
    for (let i = 0; i < n; i++) {
      if (v.length === 4) fourRowDots(ties, i, n, v, out);
      else for (const [j, one] of v.entries()) out[j]![i] = one[i]! - rowDot(ties, i * n, one);
      if (i % blockRows === blockRows - 1) yield null;
    }
  }
  const first = new Int32Array(n);
  function* factorize(): Generator<null, Inverse, void> {
    const factor = new Envelope(first);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < i; j++) factor.set(i, j, -ties[i * n + j]!);
      factor.set(i, i, 1 + SHIFT);
      if (i % block === block - 1) yield null;
    }
    yield* factor.factor();
    return (v) => factor.solve(v);
  }
  const { work } = envelopeCost(first);
  return { n, multiply, factorize, isCheap: work <= CHEAP_WORK, worth: work / (n * n) };
}

/** Row i of (I − ties) times each of four vectors. */
function fourRowDots(
  ties: Float64Array,
  i: number,
  n: number,
  [a, b, c, d]: readonly Float64Array[],
  out: readonly Float64Array[],
): void {
  let [sa, sb, sc, sd] = [a![i]!, b![i]!, c![i]!, d![i]!];
  for (let j = 0, at = i * n; j < n; j++, at++) {
    const tie = ties[at]!;
    sa -= tie * a![j]!;
    sb -= tie * b![j]!;
    sc -= tie * c![j]!;
    sd -= tie * d![j]!;
  }
  out[0]![i] = sa;
  out[1]![i] = sb;
  out[2]![i] = sc;
  out[3]![i] = sd;
}

function rowDot(matrix: Float64Array, start: number, v: Float64Array): number {
  let s0 = 0;
  let s1 = 0;
  let j = 0;
  for (; j + 1 < v.length; j += 2) {
    s0 += matrix[start + j]! * v[j]!;
    s1 += matrix[start + j + 1]! * v[j + 1]!;
  }
  if (j < v.length) s0 += matrix[start + j]! * v[j]!;
  return s0 + s1;
}

function sparse({ graph }: SparseAffinity, roots: Float64Array): Laplacian {
  const { n, start, columns, values } = graph;
  const ties = values.slice();
  for (let i = 0; i < n; i++) {
    for (let t = start[i]!; t < start[i + 1]!; t++) ties[t]! /= roots[i]! * roots[columns[t]!]!;
  }
  function* multiply(v: readonly Float64Array[], out: readonly Float64Array[]): Generator<null, void, void> {
    for (const [j, one] of v.entries()) {
      for (let i = 0; i < n; i++) {
        let sum = one[i]!;
        for (let t = start[i]!; t < start[i + 1]!; t++) sum -= ties[t]! * one[columns[t]!]!;
        out[j]![i] = sum;
      }
      if (values.length > BLOCK_WORK) yield null;
    }
  }
  return { n, multiply, ...sparseInverse({ ...graph, values: ties }) };
}

function sparseInverse(ties: Sparse): Pick<Laplacian, 'factorize' | 'isCheap' | 'worth'> {
  const { n, start, columns, values } = ties;
  const place = new Int32Array(n);
  narrowOrder(ties).forEach((node, at) => {
    place[node] = at;
  });
  const first = Int32Array.from(place.keys());
  for (let i = 0; i < n; i++) {
    for (let t = start[i]!; t < start[i + 1]!; t++) {
      first[place[i]!] = Math.min(first[place[i]!]!, place[columns[t]!]!);
    }
  }
  const { work } = envelopeCost(first);
  function* factorize(): Generator<null, Inverse, void> {
    const factor = new Envelope(first);
    for (let i = 0; i < n; i++) {
      factor.set(place[i]!, place[i]!, 1 + SHIFT);
      for (let t = start[i]!; t < start[i + 1]!; t++) {
        if (place[columns[t]!]! < place[i]!) factor.set(place[i]!, place[columns[t]!]!, -values[t]!);
      }
    }
    yield* factor.factor();
    return (v) => {
      const moved = v.map((one) => {
        const copy = new Float64Array(n);
        for (let i = 0; i < n; i++) copy[place[i]!] = one[i]!;
        return copy;
      });
      factor.solve(moved);
      for (const [j, one] of v.entries()) for (let i = 0; i < n; i++) one[i] = moved[j]![place[i]!]!;
    };
  }
  return {
    factorize: work <= MOST_WORK ? factorize : null,
    isCheap: work <= CHEAP_WORK,
    worth: work / (values.length + n),
  };
}
