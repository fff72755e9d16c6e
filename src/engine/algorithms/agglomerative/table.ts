import { Log, type PairLinkage, REPLAY, type Replay, UNION, type Union } from './joins.ts';

/** Writes the distances of row i from all rows. */
export type FillRow = (values: Float64Array, start: number, i: number) => void;

/** A row that was not asked for yet. */
const NOWHERE = -1;

/**
 * Distances between clusters, a row a cluster, in slots that ascend by cluster: a slot that is gone, and the own one, is
 * infinitely far. A merge writes one row only. Every other row takes up the merges since, from first to last, when it is next
 * asked for, in the order and rounding in which they would have been written at once. Once a third of the slots is gone the
 * rest moves together, in each row likewise when it is asked for.
 */
export class Table {
  private readonly log: Log;
  /** Before which merge the slots moved together, and which of the slots before stayed. */
  private readonly moves: { readonly merge: number; readonly kept: Int32Array }[] = [];
  /** By slot: its cluster and how many rows that has, 0 for one that is gone. */
  private clusters: Int32Array;
  private sizes: Int32Array;
  /** By cluster: its slot, where its row begins, and how many merges and moves that has taken up. */
  private readonly slots: Int32Array;
  private readonly starts: Float64Array;
  private readonly merges: Int32Array;
  private readonly moved: Int32Array;
  /** Where rows of clusters that are gone began. */
  private readonly free: number[] = [];
  private used = 0;
  private gone = 0;
  private readonly replay: Replay;
  private readonly union: Union;

  /** @param values room for n × n distances, with those of all pairs in it unless `fill` is to write them */
  constructor(
    private readonly values: Float64Array,
    private readonly n: number,
    linkage: PairLinkage,
    private readonly fill: FillRow | null,
  ) {
    this.log = new Log(n);
    this.clusters = Int32Array.from({ length: n }, (_, i) => i);
    this.sizes = new Int32Array(n).fill(1);
    this.slots = this.clusters.slice();
    this.starts = Float64Array.from({ length: n }, (_, i) => (fill ? NOWHERE : i * n));
    this.merges = new Int32Array(n);
    this.moved = new Int32Array(n);
    this.replay = REPLAY[linkage];
    this.union = UNION[linkage];
  }

  /** The cluster nearest to x and its distance; of equally near ones `previous` (unless -1), else the first. */
  nearest(x: number, previous: number): { cluster: number; distance: number } {
    const start = this.rowOf(x);
    const { values, clusters } = this;
    let best = previous < 0 ? -1 : this.slots[previous]!;
    let distance = best < 0 ? Number.POSITIVE_INFINITY : values[start + best]!;
    for (let at = 0, end = clusters.length; at < end; at++) {
      const value = values[start + at]!;
      if (value < distance) {
        distance = value;
        best = at;
      }
    }
    // All are infinitely far, to float64.
    if (best < 0) best = this.sizes.findIndex((size, slot) => size > 0 && slot !== this.slots[x]);
    return { cluster: clusters[best]!, distance };
  }

  /** Cluster x goes up in cluster y. */
  join(x: number, y: number, distance: number): void {
    const { values, sizes, log } = this;
    const [startX, startY] = [this.rowOf(x), this.rowOf(y)];
    const [slotX, slotY] = [this.slots[x]!, this.slots[y]!];
    const [sizeX, sizeY] = [sizes[slotX]!, sizes[slotY]!];
    this.union(values, startX, startY, distance, sizeX, sizeY, sizes);
    values[startY + slotX] = Number.POSITIVE_INFINITY;
    values[startY + slotY] = Number.POSITIVE_INFINITY;
    log.add(slotX, slotY, sizeX, sizeY, distance);
    this.merges[y] = log.count;
    sizes[slotX] = 0;
    sizes[slotY] = sizeX + sizeY;
    this.free.push(startX);
    if (++this.gone * 3 > sizes.length) this.moveTogether();
  }

  /** Where the row of a cluster begins, with all merges in it. */
  private rowOf(cluster: number): number {
    if (this.starts[cluster] === NOWHERE) this.begin(cluster);
    const start = this.starts[cluster]!;
    for (let move = this.moved[cluster]!; move < this.moves.length; move++) {
      const { merge, kept } = this.moves[move]!;
      this.takeUp(cluster, start, merge);
      moveTo(this.values, start, kept);
    }
    this.moved[cluster] = this.moves.length;
    this.takeUp(cluster, start, this.log.count);
    return start;
  }

  private takeUp(cluster: number, start: number, to: number): void {
    // A cluster has as many rows as at the first of these merges: its own ones write its row.
    const size = this.sizes[this.slots[cluster]!]!;
    this.replay(this.values, start, size, this.log, this.merges[cluster]!, to);
    this.merges[cluster] = to;
  }

  private begin(row: number): void {
    const start = this.free.pop() ?? this.n * this.used++;
    this.fill!(this.values, start, row);
    this.values[start + row] = Number.POSITIVE_INFINITY;
    this.starts[row] = start;
  }

  private moveTogether(): void {
    const kept = Int32Array.from(this.sizes.keys()).filter((slot) => this.sizes[slot]! > 0);
    this.moves.push({ merge: this.log.count, kept });
    this.clusters = kept.map((slot) => this.clusters[slot]!);
    this.sizes = kept.map((slot) => this.sizes[slot]!);
    this.clusters.forEach((cluster, slot) => {
      this.slots[cluster] = slot;
    });
    this.gone = 0;
  }
}

function moveTo(values: Float64Array, start: number, kept: Int32Array): void {
  for (let to = 0; to < kept.length; to++) values[start + to] = values[start + kept[to]!]!;
}
