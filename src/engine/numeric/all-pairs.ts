import { Differences, HELD_ROWS, type Measure } from '../kernels/differences.ts';
import type { Matrix } from '../types.ts';
import { BLOCK_WORK } from './centers/points.ts';

/** What a pair costs besides its columns, in multiplications. */
const PER_PAIR = 40;

/**
 * Measures every pair of rows, each with itself too, and writes what `of` makes of the sum of rows i ≥ j to values[i · stride + j] and to
 * its mirror. Yields every few milliseconds.
 */
export function* fillSymmetric(
  { data, rows: n, cols: d }: Matrix,
  measure: Measure,
  values: Float64Array,
  stride: number,
  of: (sum: number, i: number, j: number) => number,
): Generator<null, void, void> {
  const differences = new Differences(data, d, measure);
  let work = 0;
  for (let from = 0; from < n; from += HELD_ROWS) {
    const held = Math.min(HELD_ROWS, n - from);
    differences.hold(from, from + held);
    differences.compare(from, n, (first, sums) => {
      for (let i = first, at = 0; i < first + sums.length / HELD_ROWS; i++, at += HELD_ROWS) {
        for (let lane = 0; lane < held; lane++) {
          const value = of(sums[at + lane]!, i, from + lane);
          values[i * stride + from + lane] = value;
          values[(from + lane) * stride + i] = value;
        }
      }
    });
    work += held * (n - from) * (d + PER_PAIR);
    if (work > 2 * BLOCK_WORK) {
      work = 0;
      yield null;
    }
  }
}
