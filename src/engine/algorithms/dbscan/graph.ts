import { type DistanceMetric, type RadiusIndex, radiusIndex } from '../../numeric/neighbours/index.ts';
import type { Matrix } from '../../types.ts';

/** Of more pairs a walk over the lists costs more than looking the neighbours up anew. */
const MOST_PAIRS = 2_000_000;
/** Rows between two yields. */
const BLOCK = 256;

/** The neighbours of each of n rows within the largest of some radii, by the least radius that reaches them. */
export interface NeighbourGraph {
  readonly n: number;
  /** Ascending. */
  readonly radii: Float64Array;
  /** Row i's neighbours, itself among them, begin at starts[i]. */
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  /** n × radii: how many of row i's neighbours lie within radius r, counts[i * radii.length + r]. */
  readonly counts: Int32Array;
}

/** The graph, or null where it would have more than two million pairs. Yields now and then. */
export function* buildGraph(
  { data, cols: d }: Matrix,
  metric: DistanceMetric,
  radii: Float64Array,
): Generator<null, NeighbourGraph | null, void> {
  const index = radiusIndex(data, d, metric, radii[radii.length - 1]!);
  const { n } = index;
  const places = metric.transform?.(data, d) ?? data;
  const reduced = radii.map((radius) => metric.reduce(radius));
  const starts = new Int32Array(n + 1);
  const counts = new Int32Array(n * radii.length);
  const found = new Int32Array(n);
  const levels = new Int32Array(n);
  let rows = new Int32Array(16 * n);
  for (let i = 0; i < n; i++) {
    const count = index.within(i, found);
    const start = starts[i]!;
    const end = start + count;
    if (end > MOST_PAIRS) return null;
    if (end > rows.length) rows = grown(rows, end);
    starts[i + 1] = end;
    const own = counts.subarray(i * radii.length, (i + 1) * radii.length);
    for (let t = 0; t < count; t++) {
      const square = metric.reduced(places, i * d, places, found[t]! * d, d, Number.POSITIVE_INFINITY);
      levels[t] = levelOf(reduced, square);
      own[levels[t]!]!++;
    }
    for (let r = 1; r < own.length; r++) own[r]! += own[r - 1]!;
    // From the last to the first, so that each level fills up from its end.
    const next = own.slice();
    for (let t = count - 1; t >= 0; t--) rows[start + --next[levels[t]!]!] = found[t]!;
    if (i % BLOCK === BLOCK - 1) yield null;
  }
  return { n, radii, starts, rows, counts };
}

function grown(rows: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(least, 2 * rows.length));
  larger.set(rows);
  return larger;
}

/** The first radius that reaches so far; the last one reaches all. */
function levelOf(reduced: Float64Array, value: number): number {
  let low = 0;
  let high = reduced.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reduced[middle]! >= value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A graph as the index of one of its radii. */
export class GraphRadius implements RadiusIndex {
  private constructor(
    private readonly graph: NeighbourGraph,
    private readonly level: number,
  ) {}

  /** null for a radius that is not the graph's. */
  static at(graph: NeighbourGraph, radius: number): GraphRadius | null {
    const level = graph.radii.indexOf(radius);
    return level < 0 ? null : new GraphRadius(graph, level);
  }

  get n(): number {
    return this.graph.n;
  }

  within(row: number, out: Int32Array): number {
    const { starts, rows } = this.graph;
    const count = this.countOf(row);
    const start = starts[row]!;
    for (let t = 0; t < count; t++) out[t] = rows[start + t]!;
    return count;
  }

  reaches(row: number, least: number): boolean {
    return this.countOf(row) >= least;
  }

  /** Hands rows out again and again: whoever takes knows what it has. */
  take(row: number, out: Int32Array): number {
    return this.within(row, out);
  }

  private countOf(row: number): number {
    const { radii, counts } = this.graph;
    return counts[row * radii.length + this.level]!;
  }
}
