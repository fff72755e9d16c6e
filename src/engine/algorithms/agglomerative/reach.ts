import type { Matrix } from '../../types.ts';

/**
 * The rows that a growing tree has not taken, each with the square of its distance to the nearest row of the tree. Rows stand
 * in ascending order, their entries side by side; one that is taken stays as NaN, which is nearer than nothing, until a third
 * is gone.
 */
export class Reach {
  private readonly rows: Int32Array;
  private readonly data: Float64Array;
  private readonly squares: Float64Array;
  private readonly d: number;
  private count: number;
  private gone = 0;
  /** The entries of the row that was taken last. */
  private readonly taken: Float64Array;

  /** All rows of X but the first, which is the tree. */
  constructor({ data, rows: n, cols: d }: Matrix) {
    this.rows = Int32Array.from({ length: n - 1 }, (_, i) => i + 1);
    this.data = data.slice(d);
    this.squares = new Float64Array(n - 1).fill(Number.POSITIVE_INFINITY);
    this.d = d;
    this.count = n - 1;
    this.taken = data.slice(0, d);
  }

  /** Takes the row that is nearest to the tree, the first of equally near ones. */
  take(): { row: number; distance: number } {
    const { rows, data, squares, taken, d } = this;
    const nearest = d === 2 ? this.nearestInPlane() : this.nearest();
    const at = nearest < 0 ? squares.findIndex((square) => !Number.isNaN(square)) : nearest;
    const found = { row: rows[at]!, distance: Math.sqrt(squares[at]!) };
    for (let f = 0; f < d; f++) taken[f] = data[at * d + f]!;
    squares[at] = Number.NaN;
    if (++this.gone * 3 > this.count) this.moveTogether();
    return found;
  }

  /** -1 where all are infinitely far. Distances are compared, not squares, of which a root can make equals. */
  private nearestInPlane(): number {
    const { data, squares, taken, count } = this;
    const x = taken[0]!;
    const y = taken[1]!;
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let at = 0, entry = 0; at < count; at++, entry += 2) {
      const dx = data[entry]! - x;
      const dy = data[entry + 1]! - y;
      const square = dx * dx + dy * dy;
      if (square < squares[at]!) squares[at] = square;
      if (squares[at]! < least && Math.sqrt(squares[at]!) < Math.sqrt(least)) {
        least = squares[at]!;
        best = at;
      }
    }
    return best;
  }

  private nearest(): number {
    const { data, squares, taken, count, d } = this;
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let at = 0, entry = 0; at < count; at++) {
      let square = 0;
      for (let f = 0; f < d; f++, entry++) {
        const gap = data[entry]! - taken[f]!;
        square += gap * gap;
      }
      if (square < squares[at]!) squares[at] = square;
      if (squares[at]! < least && Math.sqrt(squares[at]!) < Math.sqrt(least)) {
        least = squares[at]!;
        best = at;
      }
    }
    return best;
  }

  private moveTogether(): void {
    const { rows, data, squares, count, d } = this;
    let to = 0;
    for (let at = 0; at < count; at++) {
      if (Number.isNaN(squares[at]!)) continue;
      rows[to] = rows[at]!;
      squares[to] = squares[at]!;
      for (let f = 0; f < d; f++) data[to * d + f] = data[at * d + f]!;
      to++;
    }
    this.count = to;
    this.gone = 0;
  }
}
