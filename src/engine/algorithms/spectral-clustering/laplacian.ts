import { fromLanes, LANES, toLanes } from '../../kernels/lanes.ts';
import { KernelMemory } from '../../kernels/memory.ts';
import { Envelope, envelopeCost } from '../../numeric/envelope.ts';
import type { Inverse, Laplacian } from '../../numeric/krylov.ts';
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
 * affinity's numbers. `roots` are the square roots of the degrees. Row i of L belongs to node order[i].
 */
export function* normalizedLaplacian(
  affinity: Affinity,
  degrees: Float64Array,
): Generator<null, { L: Laplacian; roots: Float64Array; order: Int32Array }, void> {
  const roots = degrees.map((degree) => (degree === 0 ? 1 : Math.sqrt(degree)));
  if (affinity.kind === 'dense') {
    return { L: yield* dense(affinity, roots), roots, order: Int32Array.from(roots.keys()) };
  }
  const order = narrowOrder(affinity.graph);
  yield null;
  return { L: sparse(affinity, roots, order), roots, order };
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
    takeFrom(v, products, out);
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

/** Its rows and columns stand in an order that makes a narrow envelope. */
function sparse({ graph }: SparseAffinity, roots: Float64Array, order: Int32Array): Laplacian {
  const { n } = graph;
  const { start, columns, values: ties } = reordered(graph, order);
  for (let i = 0; i < n; i++) {
    for (let t = start[i]!; t < start[i + 1]!; t++) ties[t]! /= roots[order[i]!]! * roots[order[columns[t]!]!]!;
  }
  const memory = new KernelMemory();
  const at = {
    starts: memory.take(4 * (n + 1)),
    columns: memory.take(4 * columns.length),
    ties: memory.take(8 * ties.length),
    lanes: memory.take(8 * LANES * n),
    products: memory.take(8 * LANES * n),
  };
  memory.i32(at.starts, n + 1).set(start);
  memory.i32(at.columns, columns.length).set(columns);
  memory.f64(at.ties, ties.length).set(ties);
  const lanes = memory.f64(at.lanes, LANES * n);
  const products = memory.f64(at.products, LANES * n);
  const blockRows = Math.max(1, Math.floor((BLOCK_WORK * n) / (ties.length + 1)));
  function* multiply(v: readonly Float64Array[], out: readonly Float64Array[]): Generator<null, void, void> {
    toLanes(v, lanes);
    for (let from = 0; from < n; from += blockRows) {
      const to = Math.min(n, from + blockRows);
      memory.kernels.sparseTimesFour(at.starts, at.columns, at.ties, from, to, at.lanes, at.products);
      if (to < n) yield null;
    }
    takeFrom(v, products, out);
  }
  return { n, multiply, ...sparseInverse({ n, start, columns, values: ties }) };
}

/** out ← v − products */
function takeFrom(v: readonly Float64Array[], products: Float64Array, out: readonly Float64Array[]): void {
  fromLanes(products, out);
  for (const [j, one] of v.entries()) {
    const image = out[j]!;
    for (let i = 0; i < image.length; i++) image[i] = one[i]! - image[i]!;
  }
}

/** The same matrix with row and column order[i] in place i. */
function reordered({ n, start, columns, values }: Sparse, order: Int32Array): Sparse {
  const place = new Int32Array(n);
  for (let at = 0; at < n; at++) place[order[at]!] = at;
  const moved = { n, start: new Int32Array(n + 1), columns: columns.slice(), values: values.slice() };
  for (let at = 0, to = 0; at < n; at++) {
    for (let t = start[order[at]!]!; t < start[order[at]! + 1]!; t++, to++) {
      moved.columns[to] = place[columns[t]!]!;
      moved.values[to] = values[t]!;
    }
    moved.start[at + 1] = to;
  }
  return moved;
}

function sparseInverse({ n, start, columns, values }: Sparse): Pick<Laplacian, 'factorize' | 'isCheap' | 'worth'> {
  const first = Int32Array.from({ length: n }, (_, i) => i);
  for (let i = 0; i < n; i++) {
    for (let t = start[i]!; t < start[i + 1]!; t++) if (columns[t]! < first[i]!) first[i] = columns[t]!;
  }
  const { work } = envelopeCost(first);
  function* factorize(): Generator<null, Inverse, void> {
    const factor = new Envelope(first);
    for (let i = 0; i < n; i++) {
      factor.set(i, i, 1 + SHIFT);
      for (let t = start[i]!; t < start[i + 1]!; t++) if (columns[t]! < i) factor.set(i, columns[t]!, -values[t]!);
    }
    yield* factor.factor();
    return (v) => factor.solve(v);
  }
  return {
    factorize: work <= MOST_WORK ? factorize : null,
    isCheap: work <= CHEAP_WORK,
    worth: work / (values.length + n),
  };
}
