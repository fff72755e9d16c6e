import type { ClusterRows } from '../../kernels/cluster-rows.ts';

/** Writes the distances of row i from all rows. */
export type FillRow = (start: number, i: number) => void;

/** A row that was not asked for yet. */
const NOWHERE = -1;

/**
 * Distances between clusters, a row a cluster, in slots that ascend by cluster: a slot that is gone, and the own one, is
 * infinitely far. A merge writes one row only. Every other row takes up the merges since, from first to last, when it is next
 * asked for, in the order and rounding in which they would have been written at once. Once a third of the slots is gone the
 * rest moves together, in each row likewise when it is asked for.
 */
export class Table {
  /** Before which merge the slots moved together, and which of the slots before stayed. */
  private readonly moves: { readonly merge: number; readonly kept: Int32Array }[] = [];
  /** By slot. */
  private clusters: Int32Array;
  /** By cluster: its slot, where its row begins, and how many merges and moves that has taken up. */
  private readonly slots: Int32Array;
  private readonly starts: Float64Array;
  private readonly merges: Int32Array;
  private readonly moved: Int32Array;
  /** Where rows of clusters that are gone began. */
  private readonly free: number[] = [];
  private used = 0;
  private gone = 0;
  private count = 0;

  /** @param rows with the distances of all pairs in them, unless `fill` is to write these */
  constructor(
    private readonly rows: ClusterRows,
    n: number,
    private readonly fill: FillRow | null,
  ) {
    this.clusters = Int32Array.from({ length: n }, (_, i) => i);
    this.slots = this.clusters.slice();
    this.starts = Float64Array.from({ length: n }, (_, i) => (fill ? NOWHERE : i * rows.stride));
    this.merges = new Int32Array(n);
    this.moved = new Int32Array(n);
  }

  /** The cluster nearest to x and its distance; of equally near ones `previous` (unless -1), else the first. */
  nearest(x: number, previous: number): { cluster: number; distance: number } {
    const start = this.rowOf(x);
    const { rows, clusters } = this;
    const known = previous < 0 ? Number.POSITIVE_INFINITY : rows.values[start + this.slots[previous]!]!;
    const slot = rows.firstLeast(start, clusters.length, known);
    if (slot >= 0) return { cluster: clusters[slot]!, distance: rows.values[start + slot]! };
    if (previous >= 0) return { cluster: previous, distance: known };
    // All are infinitely far, to float64.
    const other = clusters.find((cluster, at) => cluster !== x && rows.sizes[at]! > 0)!;
    return { cluster: other, distance: known };
  }

  /** Cluster x goes up in cluster y. */
  join(x: number, y: number, distance: number): void {
    const { rows, clusters } = this;
    const { values, sizes } = rows;
    const [startX, startY] = [this.rowOf(x), this.rowOf(y)];
    const [slotX, slotY] = [this.slots[x]!, this.slots[y]!];
    rows.note(this.count, slotX, slotY, distance);
    rows.unite(startX, startY, clusters.length, this.count);
    values[startY + slotX] = Number.POSITIVE_INFINITY;
    values[startY + slotY] = Number.POSITIVE_INFINITY;
    this.merges[y] = ++this.count;
    sizes[slotY]! += sizes[slotX]!;
    sizes[slotX] = 0;
    this.free.push(startX);
    if (++this.gone * 3 > clusters.length) this.moveTogether();
  }

  /** Where the row of a cluster begins, with all merges in it. */
  private rowOf(cluster: number): number {
    if (this.starts[cluster] === NOWHERE) this.begin(cluster);
    const start = this.starts[cluster]!;
    for (let move = this.moved[cluster]!; move < this.moves.length; move++) {
      const { merge, kept } = this.moves[move]!;
      this.takeUp(cluster, start, merge);
      this.rows.keep(start, kept);
    }
    this.moved[cluster] = this.moves.length;
    this.takeUp(cluster, start, this.count);
    return start;
  }

  private takeUp(cluster: number, start: number, to: number): void {
    // A cluster has as many rows as at the first of these merges: its own ones write its row.
    const size = this.rows.sizes[this.slots[cluster]!]!;
    this.rows.replay(start, size, this.merges[cluster]!, to);
    this.merges[cluster] = to;
  }

  private begin(row: number): void {
    const { values, stride } = this.rows;
    const start = this.free.pop() ?? stride * this.used++;
    this.fill!(start, row);
    values[start + row] = Number.POSITIVE_INFINITY;
    values.fill(Number.POSITIVE_INFINITY, start + this.slots.length, start + stride);
    this.starts[row] = start;
  }

  private moveTogether(): void {
    const { sizes } = this.rows;
    const kept = Int32Array.from(this.clusters.keys()).filter((slot) => sizes[slot]! > 0);
    this.moves.push({ merge: this.count, kept });
    this.clusters = kept.map((slot) => this.clusters[slot]!);
    kept.forEach((slot, to) => {
      sizes[to] = sizes[slot]!;
    });
    sizes.fill(0, kept.length);
    this.clusters.forEach((cluster, slot) => {
      this.slots[cluster] = slot;
    });
    this.gone = 0;
  }
}
