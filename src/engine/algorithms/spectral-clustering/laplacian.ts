import { fromLanes, LANES, toLanes } from '../../kernels/lanes.ts';
import { Envelope, envelopeCost } from '../../numeric/envelope.ts';
import type { Inverse, Laplacian } from '../../numeric/smallest-eigen.ts';
import { narrowOrder, type Sparse } from '../../numeric/sparse.ts';
import { type Affinity, type DenseAffinity, rowsAtOnce, type SparseAffinity } from './affinity.ts';

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
  const L = affinity.kind === 'dense' ? yield* dense(affinity, roots) : sparse(affinity, roots);
  return { L, roots };
}

function* dense(affinity: DenseAffinity, roots: Float64Array): Generator<null, Laplacian, void> {
  const { n, data: ties, memory, at } = affinity;
  const { kernels } = memory;
  const block = rowsAtOnce(n);
  const held = memory.f64(at.numbers, n);
  held.set(roots);
  for (let from = 0; from < n; from += block) {
    kernels.divideRows(at.ties, from, Math.min(n, from + block), n, at.numbers);
    yield null;
  }
  const blockRows = LANES * Math.max(1, Math.floor(BLOCK_WORK / n));
  const lanes = memory.f64(at.lanes, LANES * n);
  const products = memory.f64(at.products, LANES * n);
  function* multiply(v: readonly Float64Array[], out: readonly Float64Array[]): Generator<null, void, void> {
    toLanes(v, lanes);
    for (let from = 0; from < n; from += blockRows) {
      kernels.timesFour(at.ties, from, Math.min(n, from + blockRows), n, at.lanes, at.products);
      if (from + blockRows < n) yield null;
    }
    fromLanes(products, out);
    for (const [j, one] of v.entries()) for (let i = 0; i < n; i++) out[j]![i] = one[i]! - out[j]![i]!;
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
