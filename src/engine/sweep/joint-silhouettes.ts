import { Blocks, KernelMemory } from '../kernels/memory.ts';
import { isScorable } from '../metrics/clusters.ts';
import { type Encoded, encodeLabels } from '../metrics/labels.ts';
import { silhouetteSample } from '../metrics/score-all.ts';
import { SILHOUETTE_SAMPLE_SIZE } from '../metrics/specs.ts';
import { takeRows } from '../numeric/matrix.ts';
import { isPixels } from '../pixels.ts';
import type { Matrix } from '../types.ts';
import { isWorthKeeping } from './distance-table.ts';
import { partitionAll } from './partitions.ts';

/** Of fewer rows a silhouette by itself takes no time. */
const LEAST_ROWS = 1000;
/** Rows whose distances are measured together. */
const TILE = 4;
/** Coordinate differences between two yields: some milliseconds of work. */
const BLOCK = 4_000_000;

/** Whether the silhouettes of many labelings of these rows are better measured together than each by itself. */
export function isJoint(X: Matrix): boolean {
  return !isPixels(X) && X.rows > LEAST_ROWS && !isWorthKeeping(X);
}

/**
 * Sums of the silhouettes of many labelings of the same rows. The rows are put into groups that no labeling divides; the
 * distances of each row to a group are summed once, and these sums are enough for the clusters of all labelings, which are made
 * of whole groups. Each distance is measured once in all, and a labeling more costs an addition for each row and group.
 *
 * Past 10,000 rows those of the sample that `scoreAll` takes.
 * @param labelings of `X.rows` labels each; noise is one more cluster
 * @param part which of `parts` shares of the rows is wanted, from 0
 * @returns a sum a labeling over the rows of the part; NaN where the silhouette is not defined. The sums of all parts, by
 * the number of these rows, are the mean silhouettes.
 */
export function* jointSilhouettes(
  X: Matrix,
  labelings: readonly Int32Array[],
  part: number,
  parts: number,
): Generator<null, Float64Array, void> {
  const rows = X.rows > SILHOUETTE_SAMPLE_SIZE ? silhouetteSample(X.rows) : null;
  const own = rows ? labelings.map((labels) => rows.map((row) => labels[row]!)) : labelings;
  const encoded = own.map(encodeLabels);
  const { order, ends, codes } = partitionAll(encoded);
  const points = takeRows(rows ? takeRows(X, rows) : X, order);
  const memory = new KernelMemory();
  const tiles = new Tiles(memory, points, ends, codes, encoded);
  const count = Math.ceil(points.rows / TILE);
  const end = Math.round((count * (part + 1)) / parts);
  const sums = new Float64Array(labelings.length);
  let work = 0;
  for (let tile = Math.round((count * part) / parts); tile < end; tile++) {
    tiles.measure(tile);
    for (const [l, { sizes }] of encoded.entries()) sums[l]! += tiles.silhouettes(l, sizes);
    work += TILE * points.rows * (points.cols + labelings.length / 2);
    if (work < BLOCK) continue;
    work = 0;
    yield null;
  }
  return sums.map((sum, l) => (isScorable(encoded[l]!) ? sum : Number.NaN));
}

/** Four rows at a time, in the kernels' memory. */
class Tiles {
  readonly #memory: KernelMemory;
  readonly #points: Matrix;
  readonly #codes: readonly Int32Array[];
  readonly #groupOf: Int32Array;
  readonly #groups: number;
  /** Where the sums of a labeling begin, in clusters. */
  readonly #starts: Int32Array;
  readonly #at: Readonly<Record<'points' | 'ends' | 'offsets' | 'tile' | 'sums' | 'totals', number>>;
  readonly #clusters: number;
  #first = 0;

  constructor(
    memory: KernelMemory,
    points: Matrix,
    ends: Int32Array,
    codes: readonly Int32Array[],
    encoded: readonly Encoded[],
  ) {
    const { rows: n, cols: d } = points;
    const groups = ends.length;
    this.#memory = memory;
    this.#points = points;
    this.#codes = codes;
    this.#groups = groups;
    this.#groupOf = groupOfRows(ends, n);
    this.#starts = Int32Array.from(encoded.keys()).fill(0);
    for (let l = 1; l < encoded.length; l++) this.#starts[l] = this.#starts[l - 1]! + encoded[l - 1]!.sizes.length;
    const clusters = encoded.reduce((sum, { sizes }) => sum + sizes.length, 0);
    this.#clusters = clusters;
    const blocks = new Blocks(memory);
    this.#at = {
      points: blocks.take(8 * n * d),
      ends: blocks.take(4 * groups),
      offsets: blocks.take(4 * groups * encoded.length),
      tile: blocks.take(8 * TILE * d),
      sums: blocks.take(8 * TILE * groups),
      totals: blocks.take(8 * TILE * clusters),
    };
    memory.f64(this.#at.points, n * d).set(points.data);
    memory.i32(this.#at.ends, groups).set(ends);
    const offsets = memory.i32(this.#at.offsets, groups * encoded.length);
    for (const [l, own] of codes.entries()) {
      for (let a = 0; a < groups; a++) offsets[l * groups + a] = 8 * TILE * (this.#starts[l]! + own[a]!);
    }
  }

  /** Sums the distances of the rows of a tile to the clusters of every labeling. */
  measure(tile: number): void {
    const { data, rows: n, cols: d } = this.#points;
    const { kernels } = this.#memory;
    const at = this.#at;
    this.#first = tile * TILE;
    const lanes = this.#memory.f64(at.tile, TILE * d);
    for (let lane = 0; lane < TILE; lane++) {
      // Lanes past the end measure the last row again, which nobody reads.
      const row = Math.min(n - 1, this.#first + lane);
      for (let f = 0; f < d; f++) lanes[f * TILE + lane] = data[row * d + f]!;
    }
    kernels.groupDistances(at.tile, d, at.points, at.ends, this.#groups, at.sums);
    this.#totals().fill(0);
    kernels.gatherGroups(at.sums, this.#groups, at.offsets, this.#codes.length, at.totals);
  }

  #totals(): Float64Array {
    return this.#memory.f64(this.#at.totals, TILE * this.#clusters);
  }

  /** The sum of the silhouettes of the tile's rows in one labeling (metrics/silhouette.ts says what they are). */
  silhouettes(l: number, sizes: Int32Array): number {
    const totals = this.#totals();
    const start = TILE * this.#starts[l]!;
    const end = Math.min(this.#points.rows, this.#first + TILE);
    let sum = 0;
    for (let row = this.#first; row < end; row++) {
      const lane = start + row - this.#first;
      const own = this.#codes[l]![this.#groupOf[row]!]!;
      if (sizes[own] === 1) continue;
      let nearest = Number.POSITIVE_INFINITY;
      for (let c = 0; c < sizes.length; c++) {
        const mean = totals[lane + TILE * c]! / sizes[c]!;
        if (c !== own && mean < nearest) nearest = mean;
      }
      const within = totals[lane + TILE * own]! / (sizes[own]! - 1);
      const largest = Math.max(within, nearest);
      if (largest > 0) sum += (nearest - within) / largest;
    }
    return sum;
  }
}

function groupOfRows(ends: Int32Array, n: number): Int32Array {
  const groupOf = new Int32Array(n);
  for (let a = 0, row = 0; a < ends.length; a++) for (; row < ends[a]!; row++) groupOf[row] = a;
  return groupOf;
}
