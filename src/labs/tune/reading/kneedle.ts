/** How much a curve must fall off behind its knee, in mean steps of x: the paper's S for a curve that is all there. */
const SENSITIVITY = 1;

export type CurveShape = 'falling' | 'rising';

/**
 * The place of a curve's knee, or null where it has none: V. Satopää, J. Albrecht, D. Irwin, B. Raghavan, "Finding a 'kneedle'
 * in a haystack", ICDCS Workshops 2011. `falling`: a convex curve whose fall slows down (inertia); `rising`: a convex curve
 * whose rise speeds up (sorted k-distances). The values are taken as they are, without the paper's smoothing spline.
 * @param x ascending
 */
export function kneeOf(x: ArrayLike<number>, y: ArrayLike<number>, shape: CurveShape): number | null {
  const n = x.length;
  if (n < 3) return null;
  const difference = differenceOf(Array.from(x), Array.from(y), shape);
  if (!difference) return null;
  const isHigh = (i: number) =>
    i > 0 && i < n - 1 && difference[i]! >= difference[i - 1]! && difference[i]! > difference[i + 1]!;
  const isLow = (i: number) =>
    i > 0 && i < n - 1 && difference[i]! <= difference[i - 1]! && difference[i]! < difference[i + 1]!;
  let knee: number | null = null;
  let threshold = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < n - 1; i++) {
    if (isHigh(i)) {
      knee = i;
      threshold = difference[i]! - SENSITIVITY / (n - 1);
    } else if (isLow(i)) threshold = 0;
    if (knee !== null && difference[i + 1]! < threshold) return shape === 'falling' ? knee : n - 1 - knee;
  }
  return null;
}

/** How far the curve, turned so that it rises and then levels off, lies above the diagonal; null for a level curve. */
function differenceOf(x: number[], y: number[], shape: CurveShape): number[] | null {
  const [low, high] = [Math.min(...y), Math.max(...y)];
  const [first, last] = [x[0]!, x[x.length - 1]!];
  if (!(high > low) || !(last > first)) return null;
  const across = x.map((value) => (value - first) / (last - first));
  const up = y.map((value) => (value - low) / (high - low));
  if (shape === 'falling') return across.map((value, i) => 1 - up[i]! - value);
  // Read from its end, the other way up: what rose ever faster now rises ever slower.
  return across.map((_, i) => 1 - up[up.length - 1 - i]! - (1 - across[across.length - 1 - i]!));
}
