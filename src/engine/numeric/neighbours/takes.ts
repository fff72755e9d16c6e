/**
 * Rows to be handed out, once each, to rows of which some are prepared: it is known which of the rows that are left they reach.
 * n numbers of each kind.
 */
export class Takes {
  /** Rows that nobody has taken, ascending, and for each a bit for each of the rows that are prepared. */
  left: Int32Array;
  masks: Uint16Array;
  private readonly room: Int32Array;
  /** The place of each prepared row, else -1. */
  private readonly lane: Int8Array;
  private prepared: Int32Array = new Int32Array(0);
  /** Rows in the order in which they were handed out, and where each stands in it. */
  private readonly handed: Int32Array;
  private readonly place: Int32Array;
  private count = 0;
  private readonly asked: Uint8Array;

  constructor(n: number) {
    this.room = Int32Array.from({ length: n }, (_, i) => i);
    this.left = this.room;
    this.masks = new Uint16Array(n);
    this.lane = new Int8Array(n).fill(-1);
    this.handed = new Int32Array(n);
    this.place = new Int32Array(n).fill(-1);
    this.asked = new Uint8Array(n);
  }

  isReady(row: number): boolean {
    return this.lane[row]! >= 0;
  }

  prepare(rows: Int32Array): void {
    for (const row of this.prepared) this.lane[row] = -1;
    rows.forEach((row, lane) => {
      this.lane[row] = lane;
    });
    this.prepared = rows;
  }

  /** Up to `most` rows that were handed out after a row and have not been asked for. */
  waiting(row: number, most: number, isWanted: (row: number) => boolean): number[] {
    const rows: number[] = [];
    for (let at = this.place[row]! + 1; at < this.count && rows.length < most; at++) {
      const other = this.handed[at]!;
      if (other !== row && this.asked[other] === 0 && isWanted(other)) rows.push(other);
    }
    return rows;
  }

  take(row: number, out: Int32Array): number {
    const { left, masks } = this;
    const bit = 1 << this.lane[row]!;
    this.asked[row] = 1;
    let found = 0;
    let kept = 0;
    for (let at = 0; at < left.length; at++) {
      const other = left[at]!;
      if (masks[at]! & bit) {
        out[found++] = other;
        this.place[other] = this.count;
        this.handed[this.count++] = other;
      } else {
        left[kept] = other;
        masks[kept++] = masks[at]!;
      }
    }
    this.left = this.room.subarray(0, kept);
    return found;
  }
}
