import { SCREEN_BLOCK, type Screen, TILE } from '../../kernels/screen.ts';

/** Which of the first `count` rows of a screen may be the nearest of others. */
export class Candidates {
  private readonly all: Int32Array;
  /** TILE × count. */
  private readonly squares: Int32Array;

  constructor(
    private readonly screen: Screen,
    private readonly count: number,
  ) {
    this.all = Int32Array.from({ length: screen.n }, (_, i) => i);
    this.squares = new Int32Array(TILE * count);
  }

  /** Measures up to TILE rows of the screen, from `first` on. */
  measure(first: number, held: number): void {
    const { all, count, squares } = this;
    this.screen.hold(all.subarray(first, first + held));
    for (let from = 0; from < count; from += SCREEN_BLOCK) {
      const some = this.screen.squares(all.subarray(from, Math.min(count, from + SCREEN_BLOCK)));
      for (let at = 0; at < some.length; at++) squares[(at % TILE) * count + from + Math.floor(at / TILE)] = some[at]!;
    }
  }

  /** Those whose squared distance to a measured row may be within `slack` of the least, ascending. */
  of(lane: number, slack: number): number[] {
    const { screen, count } = this;
    const squares = this.squares.subarray(lane * count, (lane + 1) * count);
    let least = Number.POSITIVE_INFINITY;
    for (let j = 0; j < count; j++) if (squares[j]! < least) least = squares[j]!;
    const most = screen.mostWithin((screen.unit * Math.sqrt(least) + 2 * screen.error) ** 2 + slack);
    const places: number[] = [];
    for (let j = 0; j < count; j++) if (squares[j]! <= most) places.push(j);
    return places;
  }
}
