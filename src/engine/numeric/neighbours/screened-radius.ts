import { MARGIN, SCREEN_BLOCK, type Screen, TILE } from '../../kernels/screen.ts';
import type { DistanceMetric } from './metric.ts';
import type { RadiusIndex } from './radius.ts';
import { screenedRows } from './screened.ts';
import { Takes } from './takes.ts';

/** Squares of less vanish: then all rows are near each other. */
const LEAST_REDUCED = 1e-290;

/**
 * All pairs, for rows so wide that no box holds anything back: rounded rows (`Screen`) decide all but those pairs that lie about as
 * far apart as the radius, and these are measured as anywhere else. Memory is linear in n.
 */
export class ScreenedRadius implements RadiusIndex {
  readonly n: number;
  private readonly reduced: number;
  /** Up to `low` a pair's number says that it is within the radius, beyond `high` that it is not. */
  private readonly low: number;
  private readonly high: number;
  /** All rows, ascending. */
  private readonly all: Int32Array;
  /** Neighbours of each row; those of the first `counted` rows are complete. */
  private readonly counts: Int32Array;
  private counted = 0;
  /** By row, which of the rows from `seenFrom` on are its neighbours: a bit each. */
  private readonly seen: Uint16Array;
  private seenFrom = Number.NEGATIVE_INFINITY;
  private takes: Takes | null = null;
  /** The place of each row that is compared with others just now, else -1. */
  private readonly held: Int8Array;

  private constructor(
    private readonly points: Float64Array,
    private readonly d: number,
    private readonly metric: DistanceMetric,
    radius: number,
    private readonly least: number,
    private readonly screen: Screen,
  ) {
    this.n = screen.n;
    this.reduced = metric.reduce(radius);
    [this.low, this.high] = bounds(screen, metric, radius);
    this.all = Int32Array.from({ length: this.n }, (_, i) => i);
    this.counts = new Int32Array(this.n);
    this.seen = new Uint16Array(this.n);
    this.held = new Int8Array(this.n).fill(-1);
  }

  /**
   * The index of n = data.length / d rows, or null where a tree serves better or the metric is neither euclidean nor cosine.
   * @param least the count that `reaches` will be asked for
   */
  static create(
    data: Float64Array,
    d: number,
    metric: DistanceMetric,
    radius: number,
    least: number,
  ): ScreenedRadius | null {
    const screened = metric.reduce(radius) < LEAST_REDUCED ? null : screenedRows(data, d, metric);
    return screened && new ScreenedRadius(screened.points, d, metric, radius, least, screened.screen);
  }

  within(row: number, out: Int32Array): number {
    const first = row - (row % TILE);
    if (this.seenFrom !== first) {
      this.compare(this.all.subarray(first, first + TILE), this.all, (at, mask) => {
        this.seen[at] = mask;
      });
      this.seenFrom = first;
    }
    const bit = 1 << (row - first);
    let found = 0;
    for (let other = 0; other < this.n; other++) if (this.seen[other]! & bit) out[found++] = other;
    return found;
  }

  reaches(row: number, least: number): boolean {
    while (this.counted <= row) this.countNext();
    return this.counts[row]! >= least;
  }

  take(row: number, out: Int32Array): number {
    this.takes ??= new Takes(this.n);
    const takes = this.takes;
    if (!takes.isReady(row)) {
      // Whose turn comes next is known where rows are asked for in the order in which they were handed out.
      const next =
        this.counted < this.n ? [] : takes.waiting(row, TILE - 1, (other) => this.counts[other]! >= this.least);
      const rows = Int32Array.of(row, ...next);
      takes.prepare(rows);
      this.compare(rows, takes.left, (at, mask) => {
        takes.masks[at] = mask;
      });
    }
    return takes.take(row, out);
  }

  /** Counts the neighbours of the next tile: every pair is measured once. */
  private countNext(): void {
    const { counts, counted, n } = this;
    const held = Math.min(TILE, n - counted);
    this.compare(this.all.subarray(counted, counted + held), this.all.subarray(counted), (at, mask) => {
      if (mask === 0) return;
      let bits = mask;
      for (; bits !== 0; bits &= bits - 1) {
        counts[counted + at]!++;
        if (at >= held) counts[counted + 31 - Math.clz32(bits & -bits)]!++;
      }
    });
    this.counted += held;
  }

  /** Tells of each of `others` which of up to TILE rows are its neighbours, a bit each. */
  private compare(rows: Int32Array, others: Int32Array, tell: (at: number, mask: number) => void): void {
    const whole = (1 << rows.length) - 1;
    this.screen.hold(rows);
    rows.forEach((row, lane) => {
      this.held[row] = lane;
    });
    for (let from = 0; from < others.length; from += SCREEN_BLOCK) {
      const some = others.subarray(from, from + SCREEN_BLOCK);
      const masks = this.screen.masks(some, this.low, this.high);
      for (let r = 0; r < some.length; r++) {
        const sure = masks[r]! >>> TILE;
        let mask = sure & whole;
        let doubtful = masks[r]! & ~sure & whole;
        // A row of zeros has no angle, and yet is 0 away from itself.
        const own = this.held[some[r]!]!;
        if (own >= 0) doubtful |= 1 << own;
        for (; doubtful !== 0; doubtful &= doubtful - 1) {
          const bit = doubtful & -doubtful;
          if (this.isNear(some[r]!, rows[31 - Math.clz32(bit)]!)) mask |= bit;
        }
        tell(from + r, mask);
      }
    }
    for (const row of rows) this.held[row] = -1;
  }

  private isNear(i: number, j: number): boolean {
    const { points, d, reduced } = this;
    return this.metric.reduced(points, i * d, points, j * d, d, reduced) <= reduced;
  }
}

/** What the numbers of rounded rows must be at most, to be surely within the radius, and to be possibly. */
function bounds(screen: Screen, { name }: DistanceMetric, radius: number): [low: number, high: number] {
  const { unit, error } = screen;
  if (name === 'euclidean') {
    const square = radius * radius;
    return [int32(Math.floor(screen.mostSurelyWithin(square))), int32(Math.ceil(screen.mostWithin(square)))];
  }
  // Rows of unit length: 1 − x · y ≤ radius.
  const slack = error * (2 + error) + MARGIN;
  const number = (product: number) => (-2 * product) / unit ** 2;
  return [int32(Math.floor(number(1 - radius + slack))) - 1, int32(Math.ceil(number(1 - radius - slack)))];
}

const int32 = (value: number): number => Math.min(2 ** 31 - 1, Math.max(-(2 ** 31), value));
