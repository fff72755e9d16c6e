import type { RandomState } from '../numeric/random-state.ts';
import type { Rows } from './layout.ts';

/** For each of n rows its k nearest others: n × k, nearest first. */
export interface Near {
  readonly rows: Int32Array;
  /** Squared. */
  readonly distances: Float32Array;
  readonly k: number;
}

/** Up to so many rows every pair is looked at; beyond, the cells around a row. */
const ALL_PAIRS = 4096;
/** Of more rows: members of a cell, and how many cells around a row are searched. */
const CELL = 256;
const SEARCHED = 14;
/** Steps that put the cells' middles in place, on a part of the rows. */
const STEPS = 4;
/** Rows between two yields. */
const BLOCK = 256;

/**
 * The k nearest rows of `among` for each row of `points`, by Euclidean distance. Up to 4,096 rows exactly. Of more, `among` is
 * sorted into cells around middles that a few k-means steps find, and a row searches the 14 cells nearest to it: some 97 %
 * of a digit's neighbours for an eighth of the work or less. Fewer than k found: the row is -1.
 * @param mostCells how many cells a row searches; fewer are faster and find less
 * @param isSame rows of `points` are the rows of `among`, and no row is its own neighbour
 */
export function* nearest(
  points: Rows,
  among: Rows,
  k: number,
  isSame: boolean,
  random: RandomState,
  mostCells = SEARCHED,
): Generator<number, Near, void> {
  const cells = among.rows > ALL_PAIRS ? yield* cellsOf(among, random) : oneCell(among);
  const { middles, order, starts } = cells;
  const result = {
    rows: new Int32Array(points.rows * k).fill(-1),
    distances: new Float32Array(points.rows * k).fill(Number.POSITIVE_INFINITY),
    k,
  };
  const searched = Math.min(mostCells, middles.rows);
  const own = new Int32Array(searched);
  const ownDistances = new Float32Array(searched);
  for (let i = 0; i < points.rows; i++) {
    ownDistances.fill(Number.POSITIVE_INFINITY);
    for (let c = 0; c < middles.rows; c++) keep(own, ownDistances, 0, searched, c, squared(points, i, middles, c));
    for (let s = 0; s < searched; s++) {
      const c = own[s]!;
      for (let at = starts[c]!; at < starts[c + 1]!; at++) {
        const j = order[at]!;
        if (isSame && j === i) continue;
        keep(result.rows, result.distances, i * k, k, j, squared(points, i, among, j));
      }
    }
    if (i % BLOCK === BLOCK - 1) yield (i + 1) / points.rows;
  }
  return result;
}

/** Inserts into a list of the k nearest, sorted, that starts at `from`. Equally near ones stay in the order they came. */
function keep(rows: Int32Array, distances: Float32Array, from: number, k: number, row: number, distance: number): void {
  let at = from + k - 1;
  if (!(distance < distances[at]!)) return;
  while (at > from && distance < distances[at - 1]!) {
    distances[at] = distances[at - 1]!;
    rows[at] = rows[at - 1]!;
    at--;
  }
  distances[at] = distance;
  rows[at] = row;
}

function squared(A: Rows, i: number, B: Rows, j: number): number {
  const { data: a, cols: d } = A;
  const b = B.data;
  let p = i * d;
  let q = j * d;
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  const end = p + (d & ~3);
  while (p < end) {
    const e0 = a[p]! - b[q]!;
    const e1 = a[p + 1]! - b[q + 1]!;
    const e2 = a[p + 2]! - b[q + 2]!;
    const e3 = a[p + 3]! - b[q + 3]!;
    s0 += e0 * e0;
    s1 += e1 * e1;
    s2 += e2 * e2;
    s3 += e3 * e3;
    p += 4;
    q += 4;
  }
  for (const last = i * d + d; p < last; p++, q++) s0 += (a[p]! - b[q]!) ** 2;
  return s0 + s1 + s2 + s3;
}

interface Cells {
  readonly middles: Rows;
  /** The rows, cell by cell. */
  readonly order: Int32Array;
  /** Where each cell starts in `order`, and its end. */
  readonly starts: Int32Array;
}

function oneCell({ rows, cols }: Rows): Cells {
  const order = Int32Array.from({ length: rows }, (_, i) => i);
  return { middles: { data: new Float32Array(cols), rows: 1, cols }, order, starts: Int32Array.of(0, rows) };
}

function* cellsOf(points: Rows, random: RandomState): Generator<number, Cells, void> {
  const { rows: n, cols: d } = points;
  const count = Math.ceil(n / CELL);
  const drawn = random.permutation(n);
  const middles = { data: new Float32Array(count * d), rows: count, cols: d };
  for (let c = 0; c < count; c++) middles.data.set(points.data.subarray(drawn[c]! * d, (drawn[c]! + 1) * d), c * d);
  const part = drawn.subarray(0, Math.min(n, count * 64));
  for (let step = 0; step < STEPS; step++) {
    const sums = new Float64Array(count * d);
    const sizes = new Int32Array(count);
    for (const i of part) {
      const c = nearestMiddle(points, i, middles);
      sizes[c]!++;
      for (let f = 0; f < d; f++) sums[c * d + f]! += points.data[i * d + f]!;
    }
    // A cell that nobody is nearest to (equal rows) keeps its middle.
    for (let c = 0; c < count; c++) {
      if (sizes[c]! > 0) for (let f = 0; f < d; f++) middles.data[c * d + f] = sums[c * d + f]! / sizes[c]!;
    }
    yield 0;
  }
  const cellOf = new Int32Array(n);
  const starts = new Int32Array(count + 1);
  for (let i = 0; i < n; i++) {
    const c = nearestMiddle(points, i, middles);
    cellOf[i] = c;
    starts[c + 1]!++;
    if (i % (BLOCK * 16) === 0) yield 0;
  }
  for (let c = 0; c < count; c++) starts[c + 1]! += starts[c]!;
  const fill = starts.slice();
  const order = new Int32Array(n);
  for (let i = 0; i < n; i++) order[fill[cellOf[i]!]!++] = i;
  return { middles, order, starts };
}

function nearestMiddle(points: Rows, i: number, middles: Rows): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let c = 0; c < middles.rows; c++) {
    const distance = squared(points, i, middles, c);
    if (distance < least) {
      least = distance;
      best = c;
    }
  }
  return best;
}
