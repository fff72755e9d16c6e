import { quantile } from './quantile.ts';

/** More bins than this cannot be told apart. */
const MOST_BINS = 80;

/**
 * The edges of the bins of sorted values: numpy's `histogram_bin_edges(…, 'auto')`, the narrower of Sturges' and
 * Freedman–Diaconis' bins, but at most 80 of them, and none narrower than 1 where all values are whole numbers. Equal values get
 * one bin of width 1 around them; no values, none.
 */
export function binEdges(sorted: Float64Array): Float64Array {
  const n = sorted.length;
  if (n === 0) return new Float64Array(0);
  const low = sorted[0]!;
  const high = sorted[n - 1]!;
  const range = high - low;
  if (range === 0) return aroundOne(low);
  const sturges = range / (Math.log2(n) + 1);
  const freedman = (2 * (quantile(sorted, 0.75) - quantile(sorted, 0.25))) / Math.cbrt(n);
  // Half the square-root rule's width is the least: heavy tails would else make bins without end.
  let width = Math.min(Math.max(freedman, range / Math.sqrt(n) / 2), sturges);
  if (width < 1 && sorted.every(Number.isInteger)) width = 1;
  const bins = Math.max(1, Math.min(MOST_BINS, Math.ceil(range / width)));
  return Float64Array.from({ length: bins + 1 }, (_, i) => (i === bins ? high : low + (range * i) / bins));
}

/** Far from zero a bin of width 1 may be no wider than a rounding error. */
function aroundOne(value: number): Float64Array {
  const half = Math.max(0.5, Math.abs(value) * 1e-6);
  return Float64Array.of(value - half, value + half);
}

/** In which of the bins a value lies; the last one has both its edges. */
export function binOf(value: number, edges: Float64Array): number {
  const bins = edges.length - 1;
  const low = edges[0]!;
  let bin = Math.min(bins - 1, Math.max(0, Math.floor(((value - low) / (edges[bins]! - low)) * bins)));
  // Rounding may have gone past an edge.
  if (value < edges[bin]!) bin--;
  else if (bin < bins - 1 && value >= edges[bin + 1]!) bin++;
  return Math.max(0, bin);
}
