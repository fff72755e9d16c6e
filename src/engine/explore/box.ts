import { quantile } from './quantile.ts';
import type { Box } from './types.ts';

/** How many interquartile ranges a whisker may reach, after Tukey; matplotlib's `whis`. */
const WHISKERS = 1.5;

/** The box plot of sorted values; null of nothing. */
export function boxOf(sorted: Float64Array): Box | null {
  const n = sorted.length;
  if (n === 0) return null;
  const [q1, median, q3] = [0.25, 0.5, 0.75].map((q) => quantile(sorted, q)) as [number, number, number];
  const reach = WHISKERS * (q3 - q1);
  let first = 0;
  while (first < n - 1 && sorted[first]! < q1 - reach) first++;
  let last = n - 1;
  while (last > 0 && sorted[last]! > q3 + reach) last--;
  // A quartile between two values may lie beyond all that are within reach: the whisker then has no length.
  const low = Math.min(sorted[first]!, q1);
  const high = Math.max(sorted[last]!, q3);
  return { count: n, q1, median, q3, low, high, outliers: first + (n - 1 - last) };
}
