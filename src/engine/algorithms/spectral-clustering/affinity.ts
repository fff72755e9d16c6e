import { LANES } from '../../kernels/lanes.ts';
import { KernelMemory } from '../../kernels/memory.ts';
import { fillSymmetric } from '../../numeric/all-pairs.ts';
import { kNearest } from '../../numeric/neighbours/k-nearest.ts';
import { type Sparse, symmetricHalf } from '../../numeric/sparse.ts';
import type { Matrix } from '../../types.ts';

/** How strongly any two rows belong together, without a row's tie to itself: n × n numbers, or a sparse graph. */
export type Affinity = DenseAffinity | SparseAffinity;
export interface DenseAffinity {
  readonly kind: 'dense';
  readonly n: number;
  readonly data: Float64Array;
  /** Where `data` lies, so that it need not be copied to be multiplied with. */
  readonly memory: KernelMemory;
  /** The address of `data`, and room for what is multiplied with it: n numbers, and twice LANES vectors. */
  readonly at: { readonly ties: number; readonly numbers: number; readonly lanes: number; readonly products: number };
}
export interface SparseAffinity {
  readonly kind: 'sparse';
  readonly n: number;
  readonly graph: Sparse;
}

/** Multiplications between two yields. */
const BLOCK_WORK = 2 ** 20;

/** A graph without ties. @throws RangeError where n × n numbers do not fit */
export function denseAffinity(n: number): DenseAffinity {
  const memory = new KernelMemory();
  const at = {
    numbers: memory.take(8 * n),
    lanes: memory.take(8 * LANES * n),
    products: memory.take(8 * LANES * n),
    ties: memory.take(8 * n * n),
  };
  return { kind: 'dense', n, data: memory.f64(at.ties, n * n), memory, at };
}

/** exp(−gamma · squared distance); 0 on the diagonal. */
export function* rbfAffinity(X: Matrix, gamma: number): Generator<null, Affinity, void> {
  const n = X.rows;
  const made = denseAffinity(n);
  yield* fillSymmetric(X, 'sumSquares', made.data, n, (square) => Math.exp(-gamma * square));
  for (let i = 0; i < n; i++) made.data[i * (n + 1)] = 0;
  return made;
}

/** 1 between rows that are among the k nearest of each other (a row counts as its own nearest), ½ where only one of them is. */
export function* neighbourAffinity(X: Matrix, k: number): Generator<null, SparseAffinity, void> {
  const targets = yield* kNearest(X, k);
  return { kind: 'sparse', n: X.rows, graph: symmetricHalf(targets, X.rows) };
}

/** Calls back with every j ≠ i that row i is tied to, and how strongly. */
export function eachTie(affinity: Affinity, i: number, visit: (j: number, weight: number) => void): void {
  if (affinity.kind === 'dense') {
    const { n, data } = affinity;
    for (let j = 0; j < n; j++) if (data[i * n + j]! > 0) visit(j, data[i * n + j]!);
    return;
  }
  const { start, columns, values } = affinity.graph;
  for (let t = start[i]!; t < start[i + 1]!; t++) visit(columns[t]!, values[t]!);
}

/** Rows whose ties are looked at between two yields: of a dense graph a million, and few of a sparse one have many. */
export const rowsAtOnce = (n: number) => Math.max(1, Math.floor(BLOCK_WORK / n));

/** The sum of each row's ties, row after row. */
export function* degreesOf(affinity: Affinity): Generator<null, Float64Array, void> {
  const { n } = affinity;
  const degrees = new Float64Array(n);
  const block = rowsAtOnce(n);
  for (let i = 0; i < n; i++) {
    const [ties, from, to] = tiesOf(affinity, i);
    let sum = 0;
    for (let t = from; t < to; t++) sum += ties[t]!;
    degrees[i] = sum;
    if (i % block === block - 1) yield null;
  }
  return degrees;
}

/** Where the strengths of row i's ties stand. */
function tiesOf(affinity: Affinity, i: number): [ties: Float64Array, from: number, to: number] {
  if (affinity.kind === 'dense') return [affinity.data, i * affinity.n, (i + 1) * affinity.n];
  const { start, values } = affinity.graph;
  return [values, start[i]!, start[i + 1]!];
}

/** Into how many parts the graph falls that no tie joins. */
export function* countParts(affinity: Affinity): Generator<null, number, void> {
  const block = rowsAtOnce(affinity.n);
  let visited = 0;
  let reached = 0;
  const seen = new Uint8Array(affinity.n);
  let parts = 0;
  for (let root = 0; root < affinity.n; root++) {
    if (seen[root]) continue;
    parts++;
    seen[root] = 1;
    reached++;
    const stack = [root];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      eachTie(affinity, node, (other) => {
        if (seen[other]) return;
        seen[other] = 1;
        reached++;
        stack.push(other);
      });
      // Nothing is left to be found.
      if (reached === affinity.n) return parts;
      if (++visited % block === 0) yield null;
    }
  }
  return parts;
}
