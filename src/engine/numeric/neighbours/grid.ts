import type { DistanceMetric } from './metric.ts';
import type { RadiusIndex } from './radius.ts';

/** Windows of cells grow as a power of the dimension: beyond this a tree is quicker. */
const GRID_MAX_DIMENSION = 3;
/** Cells for each row at most: a grid of mostly empty cells costs more than it saves. */
const CELLS_A_ROW = 16;
/** A cell may hold this many rows on average (over the rows) if its rows are not all neighbours of each other. */
const CROWD = 64;

/**
 * A uniform grid for one radius, in up to three dimensions. Where the memory allows, its cells are so small that all rows of one
 * cell are neighbours of each other, which settles dense regions without measuring (Gunawan 2013).
 */
export class GridRadius implements RadiusIndex {
  /** All rows of one cell are within the radius of each other. */
  readonly tight: boolean;
  private readonly reduced: number;
  private readonly low: Float64Array;
  private readonly sizes: Int32Array;
  private readonly cellOf: Int32Array;
  private readonly start: Int32Array;
  /** Rows by cell, and their points in that order. */
  private readonly order: Int32Array;
  private readonly points: Float64Array;
  private readonly slotOf: Int32Array;
  private left: Int32Array | null = null;
  private count: Int32Array | null = null;
  /** The window of cells around the last row asked for. */
  private readonly from = new Int32Array(GRID_MAX_DIMENSION);
  private readonly to = new Int32Array(GRID_MAX_DIMENSION);

  private constructor(
    readonly n: number,
    private readonly d: number,
    private readonly metric: DistanceMetric,
    private readonly radius: number,
    private readonly side: number,
    data: Float64Array,
    box: Box,
  ) {
    this.reduced = metric.reduce(radius);
    this.tight = side <= tightSide(metric, radius, d);
    this.low = box.low;
    this.sizes = sizes(box, side);
    let cells = 1;
    for (const size of this.sizes) cells *= size;
    this.cellOf = new Int32Array(n);
    this.start = new Int32Array(cells + 1);
    for (let i = 0; i < n; i++) {
      let cell = 0;
      for (let t = 0; t < d; t++) cell = cell * this.sizes[t]! + Math.floor((data[i * d + t]! - this.low[t]!) / side);
      this.cellOf[i] = cell;
      this.start[cell + 1]!++;
    }
    for (let c = 0; c < cells; c++) this.start[c + 1]! += this.start[c]!;
    this.order = new Int32Array(n);
    this.slotOf = new Int32Array(n);
    this.points = new Float64Array(n * d);
    const next = this.start.slice(0, cells);
    for (let i = 0; i < n; i++) {
      const s = next[this.cellOf[i]!]!++;
      this.order[s] = i;
      this.slotOf[i] = s;
      for (let t = 0; t < d; t++) this.points[s * d + t] = data[i * d + t]!;
    }
  }

  /** The grid of n = data.length / d rows, or null where a tree serves better: many dimensions, crowded cells, rows far out. */
  static create(data: Float64Array, d: number, metric: DistanceMetric, radius: number): GridRadius | null {
    const n = data.length / d;
    if (d > GRID_MAX_DIMENSION || !metric.grid || !(radius > 0) || n === 0) return null;
    const box = boundingBox(data, d);
    const most = CELLS_A_ROW * n + 256;
    let side = tightSide(metric, radius, d);
    while (product(box, side) > most) side *= 1.25;
    if (!Number.isFinite(side) || !(side > 0)) return null;
    const grid = new GridRadius(n, d, metric, radius, side, data, box);
    return grid.tight || grid.crowd() <= CROWD ? grid : null;
  }

  within(row: number, out: Int32Array): number {
    const { order, points, d, metric, reduced, start } = this;
    const i = this.slotOf[row]! * d;
    let found = 0;
    this.eachRun(i, (first, last) => {
      for (let s = start[first]!; s < start[last + 1]!; s++) {
        if (metric.reduced(points, i, points, s * d, d, reduced) <= reduced) out[found++] = order[s]!;
      }
      return true;
    });
    return found;
  }

  reaches(row: number, least: number): boolean {
    const { points, d, metric, reduced, start } = this;
    const own = this.cellOf[row]!;
    const crowd = start[own + 1]! - start[own]!;
    if (this.tight && crowd >= least) return true;
    const i = this.slotOf[row]! * d;
    let found = 0;
    this.eachRun(i, (first, last) => {
      for (let s = start[first]!; s < start[last + 1]!; s++) {
        if (metric.reduced(points, i, points, s * d, d, reduced) <= reduced && ++found >= least) return false;
      }
      return true;
    });
    return found >= least;
  }

  take(row: number, out: Int32Array): number {
    const { points, d, metric, reduced, start, order } = this;
    if (this.count === null) this.fill();
    const left = this.left!;
    const count = this.count!;
    const i = this.slotOf[row]! * d;
    let found = 0;
    this.eachRun(i, (first, last) => {
      for (let cell = first; cell <= last; cell++) {
        const size = count[cell]!;
        if (size === 0) continue;
        let kept = start[cell]!;
        for (let at = start[cell]!; at < start[cell]! + size; at++) {
          const s = left[at]!;
          if (metric.reduced(points, i, points, s * d, d, reduced) <= reduced) out[found++] = order[s]!;
          else left[kept++] = s;
        }
        count[cell] = kept - start[cell]!;
      }
      return true;
    });
    return found;
  }

  /** How many rows share a row's cell, on average over the rows. */
  private crowd(): number {
    let sum = 0;
    for (let c = 0; c + 1 < this.start.length; c++) sum += (this.start[c + 1]! - this.start[c]!) ** 2;
    return sum / this.n;
  }

  /** Calls back with each run of neighbouring cells (first and last) that may hold neighbours of the point at `i`, while it says true. */
  private eachRun(i: number, visit: (first: number, last: number) => boolean): void {
    const { d, sizes, from, to } = this;
    for (let t = 0; t < d; t++) {
      const x = this.points[i + t]! - this.low[t]!;
      // What rounding could move across a cell's edge is far less than a billionth of its side.
      from[t] = Math.max(0, Math.floor((x - this.radius) / this.side - 1e-9));
      to[t] = Math.min(sizes[t]! - 1, Math.floor((x + this.radius) / this.side + 1e-9));
    }
    const last = d - 1;
    const rows = d > 2 ? to[0]! : 0;
    for (let a = d > 2 ? from[0]! : 0; a <= rows; a++) {
      const columns = d > 1 ? to[last - 1]! : 0;
      for (let b = d > 1 ? from[last - 1]! : 0; b <= columns; b++) {
        const line = (d > 2 ? a * sizes[1]! + b : b) * sizes[last]!;
        if (!visit(line + from[last]!, line + to[last]!)) return;
      }
    }
  }

  private fill(): void {
    const cells = this.start.length - 1;
    this.left = Int32Array.from({ length: this.n }, (_, s) => s);
    this.count = Int32Array.from({ length: cells }, (_, c) => this.start[c + 1]! - this.start[c]!);
  }
}

interface Box {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

function boundingBox(data: Float64Array, d: number): Box {
  const low = data.slice(0, d);
  const high = data.slice(0, d);
  for (let i = d; i < data.length; i += d) {
    for (let t = 0; t < d; t++) {
      const value = data[i + t]!;
      if (value < low[t]!) low[t] = value;
      if (value > high[t]!) high[t] = value;
    }
  }
  return { low, high };
}

/** Cells along each axis. */
function sizes(box: Box, side: number): Int32Array {
  return Int32Array.from(box.low, (low, t) => Math.floor((box.high[t]! - low) / side) + 1);
}

function product(box: Box, side: number): number {
  let cells = 1;
  box.low.forEach((low, t) => {
    cells *= Math.floor((box.high[t]! - low) / side) + 1;
  });
  return cells;
}

/** The side of the largest cube whose corners are all within the radius of each other, less a hair for rounding. */
function tightSide(metric: DistanceMetric, radius: number, d: number): number {
  const diagonal = metric.restore(metric.reduced(new Float64Array(d).fill(1), 0, new Float64Array(d), 0, d, 4 * d));
  return (radius / diagonal) * (1 - 1e-9);
}
