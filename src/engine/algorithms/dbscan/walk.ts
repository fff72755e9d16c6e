import type { RadiusIndex } from '../../numeric/neighbours/index.ts';
import { NOISE, UNASSIGNED } from '../../types.ts';
import { BORDER, CORE, NOISE_SO_FAR, UNVISITED } from './states.ts';

/** What a visit did: found noise so far, started a cluster, grew it from a core point, or met a border point. */
export type Visit = 'noise' | 'start' | 'grow' | 'border';

/**
 * DBSCAN (Ester, Kriegel, Sander and Xu 1996), one visit a step. Rows are scanned in order; an unlabelled core point starts a
 * cluster, which grows breadth first until its frontier is empty. So clusters are numbered by their lowest core row, and a
 * border point belongs to the first cluster that reaches it, whatever the order within a cluster.
 */
export class Walk {
  readonly labels: Int32Array;
  readonly state: Uint8Array;
  readonly core: Uint8Array;
  clusters = 0;
  /** Rows that are in a cluster. */
  members = 0;
  /** The row of the last visit. */
  row = -1;
  visits = 0;
  /** Rows that the last visit took into its cluster. */
  taken = 0;
  /** Rows whose label or state changed since `takeChanged`. */
  private changed: Int32Array;
  private changes = 0;
  private readonly isChanged: Uint8Array;
  /** Rows taken into the cluster that grows; those from `head` on are its frontier. */
  private readonly queue: Int32Array;
  private head = 0;
  private tail = 0;
  private next = 0;
  private readonly out: Int32Array;

  constructor(
    private readonly index: RadiusIndex,
    private readonly least: number,
  ) {
    const n = index.n;
    this.labels = new Int32Array(n).fill(UNASSIGNED);
    this.state = new Uint8Array(n).fill(UNVISITED);
    this.core = new Uint8Array(n);
    this.queue = new Int32Array(n);
    this.out = new Int32Array(n);
    this.changed = new Int32Array(n);
    this.isChanged = new Uint8Array(n);
  }

  /** Finds out whether a row is core; all rows come before the first visit. */
  probe(row: number): void {
    if (this.index.reaches(row, this.least)) this.core[row] = 1;
  }

  /** Visits one row; null when none is left. */
  visit(): Visit | null {
    if (this.head < this.tail) return this.grow(this.queue[this.head++]!);
    while (this.next < this.index.n && this.labels[this.next]! >= 0) this.next++;
    if (this.next === this.index.n) return null;
    const row = this.next++;
    this.row = row;
    this.visits++;
    this.taken = 0;
    if (this.core[row] === 0) {
      this.set(row, NOISE, NOISE_SO_FAR);
      return 'noise';
    }
    this.clusters++;
    this.head = 0;
    this.tail = 0;
    this.set(row, this.clusters - 1, CORE);
    this.takeAround(row);
    return 'start';
  }

  /** The rows that wait to be visited in the cluster that grows. */
  frontier(): Int32Array {
    return this.queue.slice(this.head, this.tail);
  }

  /** The rows changed since the last call, each once. */
  takeChanged(): Int32Array {
    const rows = this.changed.slice(0, this.changes);
    for (const row of rows) this.isChanged[row] = 0;
    this.changes = 0;
    return rows;
  }

  /** The rows within the radius of a row. */
  around(row: number): Int32Array {
    return this.out.slice(0, this.index.within(row, this.out));
  }

  private grow(row: number): Visit {
    this.row = row;
    this.visits++;
    this.taken = 0;
    if (this.core[row] === 0) return 'border';
    this.takeAround(row);
    return 'grow';
  }

  /** Takes into the cluster what lies around a core point and is in none yet. */
  private takeAround(row: number): void {
    const count = this.index.take(row, this.out);
    for (let t = 0; t < count; t++) {
      const other = this.out[t]!;
      if (this.labels[other]! >= 0) continue;
      this.set(other, this.clusters - 1, this.core[other] === 1 ? CORE : BORDER);
      this.queue[this.tail++] = other;
      this.taken++;
    }
  }

  private set(row: number, label: number, state: number): void {
    if (label !== NOISE) this.members++;
    this.labels[row] = label;
    this.state[row] = state;
    if (this.isChanged[row] === 1) return;
    this.isChanged[row] = 1;
    this.changed[this.changes++] = row;
  }
}
