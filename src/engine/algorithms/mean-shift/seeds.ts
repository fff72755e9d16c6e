import type { Matrix } from '../../types.ts';

/** To the nearest whole number, halves to the even one, as numpy's `round`. */
function roundHalfEven(x: number): number {
  const below = Math.floor(x);
  const rest = x - below;
  if (rest !== 0.5) return rest < 0.5 ? below : below + 1;
  return below % 2 === 0 ? below : below + 1;
}

export interface Seeds {
  /** seeds × d. */
  readonly points: Float64Array;
  readonly count: number;
  /** Seed i is row i. */
  readonly areRows: boolean;
  /** The seed of each row's cell, -1 where that has too few rows for one; null where seeds are rows. */
  readonly ofRows: Int32Array | null;
}

export const rowSeeds = (X: Matrix): Seeds => ({ points: X.data.slice(), count: X.rows, areRows: true, ofRows: null });

/**
 * One seed for every cell of a grid of that side that holds at least `least` rows, in the order in which the rows meet them.
 * The rows themselves where the side is 0 or every row has a cell of its own.
 * @param single scikit-learn rounds the seeds to float32 when the bandwidth was given, not when it was estimated
 */
export function binSeeds(X: Matrix, side: number, least: number, single: boolean): Seeds {
  if (side === 0) return rowSeeds(X);
  const { data, rows: n, cols: d } = X;
  const bins = new Map<string, { row: number; count: number; seed: number }>();
  const binOf: { readonly seed: number }[] = [];
  const cells = new Float64Array(n * d);
  for (let row = 0; row < n; row++) {
    let key = '';
    for (let t = 0; t < d; t++) {
      // Adding 0 makes 0 of -0: the same cell.
      const cell = roundHalfEven(data[row * d + t]! / side) + 0;
      cells[row * d + t] = cell;
      key += `${cell},`;
    }
    const bin = bins.get(key) ?? { row, count: 0, seed: -1 };
    if (bin.count === 0) bins.set(key, bin);
    bin.count++;
    binOf.push(bin);
  }
  const kept = [...bins.values()].filter(({ count }) => count >= least);
  if (kept.length === n) return rowSeeds(X);
  const points = new Float64Array(kept.length * d);
  kept.forEach((bin, s) => {
    const { row } = bin;
    bin.seed = s;
    for (let t = 0; t < d; t++) {
      const cell = Math.fround(cells[row * d + t]!);
      points[s * d + t] = single ? Math.fround(cell * Math.fround(side)) : cell * side;
    }
  });
  return { points, count: kept.length, areRows: false, ofRows: Int32Array.from(binOf, ({ seed }) => seed) };
}
