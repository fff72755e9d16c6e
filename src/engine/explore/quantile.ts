/**
 * The q-quantile of sorted values, linear between neighbours: numpy's default, digit for digit. NaN of nothing.
 */
export function quantile(sorted: Float64Array, q: number): number {
  const n = sorted.length;
  if (n === 0) return Number.NaN;
  const place = q * (n - 1);
  const below = Math.floor(place);
  const a = sorted[below]!;
  const b = sorted[Math.min(n - 1, below + 1)]!;
  const share = place - below;
  // As numpy interpolates, so that both ends are met exactly.
  return share >= 0.5 ? b - (b - a) * (1 - share) : a + (b - a) * share;
}
