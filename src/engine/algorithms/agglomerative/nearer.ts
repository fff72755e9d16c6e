import { SCREEN_BLOCK, type Screen, TILE } from '../../kernels/screen.ts';
import { distanceMetric } from '../../numeric/neighbours/metric.ts';
import { screenedRows } from '../../numeric/neighbours/screened.ts';
import type { Matrix } from '../../types.ts';
import type { Metric } from './names.ts';

/** Whether a wide row may lie nearer to a tree that has just taken another: rounded rows rule out most before they are measured. */
export class Nearer {
  /** By row: a larger number says that it is farther than what reached it before. */
  private readonly limits: Float64Array;
  /** By place among the rows that were last asked about. */
  private readonly squares: Int32Array;

  private constructor(private readonly screen: Screen) {
    this.limits = new Float64Array(screen.n).fill(Number.POSITIVE_INFINITY);
    this.squares = new Int32Array(screen.n);
  }

  /** null where rows are few or not wide, or not measured by euclidean distance. */
  static of({ data, cols }: Matrix, metric: Metric): Nearer | null {
    if (metric !== 'euclidean' && metric !== 'l2' && metric !== 'minkowski') return null;
    const screened = screenedRows(data, cols, distanceMetric('euclidean'));
    return screened && new Nearer(screened.screen);
  }

  /** `taken` is the row that the tree took, `outside` those that it has not. */
  from(taken: number, outside: Int32Array): void {
    this.screen.hold(Int32Array.of(taken));
    for (let from = 0; from < outside.length; from += SCREEN_BLOCK) {
      const some = this.screen.squares(outside.subarray(from, from + SCREEN_BLOCK));
      for (let at = 0; at < some.length; at += TILE) this.squares[from + at / TILE] = some[at]!;
    }
  }

  isPossible(place: number, row: number): boolean {
    return this.squares[place]! <= this.limits[row]!;
  }

  reached(row: number, distance: number): void {
    this.limits[row] = this.screen.mostWithin(distance * distance);
  }
}
