import { SCREEN_COLUMNS, Screen, TILE } from '../../kernels/screen.ts';
import { gemmDot, orderOf, quickDot, squaredNorms, vectorDot } from '../../numeric/dots.ts';
import { searchLeft } from '../../numeric/search.ts';
import type { Matrix } from '../../types.ts';
import { Candidates } from './candidates.ts';
import { slackOf } from './least.ts';

/** Rows between two yields, over the number of centres times columns. */
const BLOCK_WORK = 2 ** 20;
/** Columns from which on rows are wide; and the least work that the kernels are asked for. */
const WIDE = 16;
const KERNEL_WORK = 2 ** 21;
/** Rows that are rounded at a time, where there are fewer centres. */
const LEAST_AT_ONCE = 1024;
/** scikit-learn multiplies so many rows by so many centres at a time. */
const CHUNK = 256;

/**
 * The place of the nearest centre of each row; of equally near ones the first, equal as scikit-learn rounds distances. Centres
 * are tried outward from the row along the axis on which they spread most, until that axis alone is too far.
 */
export function* nearestCenters(X: Matrix, centers: Matrix): Generator<null, Int32Array, void> {
  const { rows: n, cols: d } = X;
  const count = centers.rows;
  const norms = squaredNorms(centers.data, count, d);
  const largest = norms.reduce((most, norm) => Math.max(most, norm), 0);
  const search: Search = {
    ...sortedAlong(centers),
    centers: centers.data,
    norms,
    d,
    distances: new Float64Array(count),
  };
  if (isWide(n, count, d)) return yield* nearestOfWide(X, search, largest);
  const nearest = new Int32Array(n);
  const rowsPerBlock = Math.ceil(BLOCK_WORK / (count * d));
  for (let i = 0; i < n; i++) {
    const square = squareOf(X, i);
    const slack = slackOf(square + largest, d);
    const rivals = rivalsOf(search, X.data, i * d, square, slack);
    nearest[i] = firstOf(rivals, X, i, search);
    if (i % rowsPerBlock === rowsPerBlock - 1) yield null;
  }
  return nearest;
}

/** Whether rows are so wide that an axis says little, and the work so much that rounded rows come in time to help. */
const isWide = (n: number, count: number, d: number): boolean =>
  d >= WIDE && d <= SCREEN_COLUMNS && n * count * d > KERNEL_WORK;

/** The same for wide rows: rounded ones tell which centres may be the nearest. As many rows at a time as there are centres, or more. */
function* nearestOfWide(X: Matrix, search: Search, largest: number): Generator<null, Int32Array, void> {
  const { rows: n, cols: d } = X;
  const count = search.norms.length;
  const nearest = new Int32Array(n);
  const rowsAtOnce = Math.max(LEAST_AT_ONCE, count);
  for (let start = 0; start < n; start += rowsAtOnce) {
    const end = Math.min(n, start + rowsAtOnce);
    const both = new Float64Array((count + end - start) * d);
    both.set(search.centers);
    both.set(X.data.subarray(start * d, end * d), count * d);
    const candidates = new Candidates(new Screen(both, d, 'squares'), count);
    for (let i = start; i < end; i += TILE) {
      const held = Math.min(TILE, end - i);
      candidates.measure(count + i - start, held);
      for (let lane = 0; lane < held; lane++) {
        const square = squareOf(X, i + lane);
        const slack = slackOf(square + largest, d);
        const rivals = nearestAmong(candidates.of(lane, 4 * slack), search, X.data, (i + lane) * d, square, slack);
        nearest[i + lane] = firstOf(rivals, X, i + lane, search);
      }
      yield null;
    }
  }
  return nearest;
}

/** Of some centres those that may be the nearest of the row at `data[start]`, as in `rivalsOf`. */
function nearestAmong(
  places: readonly number[],
  { centers, norms, d }: Search,
  data: Float64Array,
  start: number,
  square: number,
  slack: number,
): number[] {
  if (places.length === 1) return [places[0]!];
  const distances = places.map((j) => square + norms[j]! - 2 * quickDot(data, start, centers, j * d, d));
  const least = distances.reduce((most, value) => Math.min(most, value), Number.POSITIVE_INFINITY);
  return places.filter((_, at) => distances[at]! <= least + 2 * slack);
}

function squareOf({ data, cols: d }: Matrix, i: number): number {
  let square = 0;
  for (let f = 0, a = i * d; f < d; f++, a++) square += data[a]! * data[a]!;
  return square;
}

/** Centres by their rank on an axis. */
interface Search {
  readonly axis: number;
  /** The centre of each rank, and where it stands on the axis. */
  readonly order: Int32Array;
  readonly along: Float64Array;
  readonly centers: Float64Array;
  readonly norms: Float64Array;
  readonly d: number;
  /** Room for the squared distance of each rank. */
  readonly distances: Float64Array;
}

/** The centres that may be the nearest of the row at `data[start]`: those whose distances rounding cannot tell apart. */
function rivalsOf(search: Search, data: Float64Array, start: number, square: number, slack: number): number[] {
  const { axis, order, along, centers, norms, d, distances } = search;
  const at = data[start + axis]!;
  const middle = searchLeft(along, at);
  let least = Number.POSITIVE_INFINITY;
  let best = -1;
  let [low, high] = [middle, middle];
  for (const step of [1, -1]) {
    for (let rank = step > 0 ? middle : middle - 1; rank >= 0 && rank < order.length; rank += step) {
      const gap = along[rank]! - at;
      if (gap * gap > least + 4 * slack) break;
      const j = order[rank]!;
      let dot = 0;
      for (let f = 0, a = start, b = j * d; f < d; f++, a++, b++) dot += data[a]! * centers[b]!;
      const distance = square + norms[j]! - 2 * dot;
      distances[rank] = distance;
      if (distance < least) [least, best] = [distance, j];
      if (step > 0) high = rank + 1;
      else low = rank;
    }
  }
  const rivals = [best];
  for (let rank = low; rank < high; rank++) {
    if (distances[rank]! <= least + 2 * slack && order[rank] !== best) rivals.push(order[rank]!);
  }
  return rivals;
}

/** The centre whose exact distance to row i is least, the first of equals: slow where two are that close. */
function firstOf(rivals: number[], { data, rows: n }: Matrix, i: number, { centers, norms, d }: Search): number {
  if (rivals.length === 1) return rivals[0]!;
  const count = norms.length;
  let least = Number.POSITIVE_INFINITY;
  let first = -1;
  for (const j of rivals.sort((a, b) => a - b)) {
    const order = orderOf(d, i % CHUNK, chunkAt(i, n), j % CHUNK, chunkAt(j, count));
    const dot = gemmDot(data, i * d, centers, j * d, d, order);
    const value = Math.max(0, vectorDot(data, i * d, data, i * d, d) + -2 * dot + norms[j]!);
    if (value < least) [least, first] = [value, j];
  }
  return first;
}

/** The centres in ascending order along the axis on which they spread most, and where they stand on it. */
function sortedAlong({ data, rows, cols: d }: Matrix): { axis: number; order: Int32Array; along: Float64Array } {
  let axis = 0;
  let widest = -1;
  for (let f = 0; f < d; f++) {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let at = f; at < data.length; at += d) {
      low = Math.min(low, data[at]!);
      high = Math.max(high, data[at]!);
    }
    if (high - low > widest) [axis, widest] = [f, high - low];
  }
  const order = Int32Array.from({ length: rows }, (_, j) => j).sort(
    (a, b) => data[a * d + axis]! - data[b * d + axis]!,
  );
  return { axis, order, along: Float64Array.from(order, (j) => data[j * d + axis]!) };
}

/** The length of the chunk that entry `at` of `count` is in. */
function chunkAt(at: number, count: number): number {
  return Math.min(CHUNK, count - (at - (at % CHUNK)));
}
