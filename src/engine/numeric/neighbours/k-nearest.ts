import { SCREEN_BLOCK, TILE } from '../../kernels/screen.ts';
import type { Matrix } from '../../types.ts';
import { distanceMetric } from './metric.ts';
import { type Screened, screenedRows } from './screened.ts';
import { buildTree, type Tree } from './tree.ts';

const DEPTH = 64;
/** Multiplications between two yields. */
const BLOCK_WORK = 2 ** 21;

/**
 * The k (1 ≤ k ≤ n) rows nearest to each row by Euclidean distance, itself counted, in no order: n × k. Where several rows tie
 * for the last place those are kept that scikit-learn keeps: its `auto` takes a k-d tree for up to 15 columns and k < n / 2,
 * all pairs otherwise (here of rounded rows first, where rows are wide), and either keeps the k best so far in a binary heap that only a strictly nearer row enters.
 */
export function* kNearest({ data, rows: n, cols: d }: Matrix, k: number): Generator<null, Int32Array, void> {
  const euclidean = distanceMetric('euclidean');
  const screened = screenedRows(data, d, euclidean);
  if (screened) return yield* kNearestScreened(screened, d, k);
  const tree = d <= 15 && k < n >> 1 ? buildTree(data, d, euclidean) : null;
  const heap = new Heap(k);
  const result = new Int32Array(n * k);
  const block = Math.max(1, Math.floor(BLOCK_WORK / (tree ? 100 * k * d : n * d)));
  for (let i = 0; i < n; i++) {
    heap.clear();
    if (tree) searchTree(tree, i, heap);
    else searchAll(data, n, d, i, heap);
    result.set(heap.rows, i * k);
    if (i % block === block - 1) yield null;
  }
  return result;
}

/** The same of rows whose rounded ones tell which cannot be among the nearest. */
function* kNearestScreened({ points, screen }: Screened, d: number, k: number): Generator<null, Int32Array, void> {
  const { n } = screen;
  const euclidean = distanceMetric('euclidean');
  const all = Int32Array.from({ length: n }, (_, i) => i);
  const result = new Int32Array(n * k);
  const heaps = Array.from({ length: TILE }, () => new Heap(k));
  const limits = new Float64Array(TILE);
  let work = 0;
  for (let first = 0; first < n; first += TILE) {
    const held = Math.min(TILE, n - first);
    for (const heap of heaps) heap.clear();
    limits.fill(Number.POSITIVE_INFINITY);
    screen.hold(all.subarray(first, first + held));
    for (let from = 0; from < n; from += SCREEN_BLOCK) {
      const squares = screen.squares(all.subarray(from, from + SCREEN_BLOCK));
      for (let at = 0; at < squares.length; at++) {
        const lane = at % TILE;
        if (lane >= held || squares[at]! > limits[lane]!) continue;
        const heap = heaps[lane]!;
        const other = from + Math.floor(at / TILE);
        heap.push(other, euclidean.reduced(points, (first + lane) * d, points, other * d, d, heap.largest));
        limits[lane] = screen.mostWithin(heap.largest);
      }
    }
    for (let lane = 0; lane < held; lane++) result.set(heaps[lane]!.rows, (first + lane) * k);
    work += n * TILE * d;
    if (work > 8 * BLOCK_WORK) {
      work = 0;
      yield null;
    }
  }
  return result;
}

/** The k smallest distances so far, the largest of them at the top. */
class Heap {
  readonly rows: Int32Array;
  private readonly distances: Float64Array;

  constructor(k: number) {
    this.rows = new Int32Array(k);
    this.distances = new Float64Array(k);
  }

  clear(): void {
    this.distances.fill(Number.POSITIVE_INFINITY);
  }

  get largest(): number {
    return this.distances[0]!;
  }

  /** Takes the place of the largest if it is smaller. */
  push(row: number, distance: number): void {
    const { rows, distances } = this;
    if (!(distance < distances[0]!)) return;
    const k = rows.length;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      if (left >= k) break;
      const child = left + 1 < k && distances[left + 1]! > distances[left]! ? left + 1 : left;
      if (distances[child]! <= distance) break;
      distances[at] = distances[child]!;
      rows[at] = rows[child]!;
      at = child;
    }
    distances[at] = distance;
    rows[at] = row;
  }
}

/** Depth first, the nearer half before the farther one. */
function searchTree(tree: Tree, row: number, heap: Heap): void {
  const { metric, d, data, order, points, start, end, lo, hi, firstLeaf } = tree;
  const bound = (node: number) => metric.boxMin(data, row * d, lo, hi, node * d, d);
  const stack = new Int32Array(DEPTH);
  let top = 1;
  while (top > 0) {
    const node = stack[--top]!;
    if (bound(node) > heap.largest) continue;
    if (node < firstLeaf) {
      const left = 2 * node + 1;
      const isLeftFirst = bound(left) <= bound(left + 1);
      stack[top++] = isLeftFirst ? left + 1 : left;
      stack[top++] = isLeftFirst ? left : left + 1;
      continue;
    }
    for (let s = start[node]!; s < end[node]!; s++) {
      heap.push(order[s]!, metric.reduced(data, row * d, points, s * d, d, heap.largest));
    }
  }
}

function searchAll(data: Float64Array, n: number, d: number, row: number, heap: Heap): void {
  const metric = distanceMetric('euclidean');
  for (let j = 0; j < n; j++) heap.push(j, metric.reduced(data, row * d, data, j * d, d, heap.largest));
}
