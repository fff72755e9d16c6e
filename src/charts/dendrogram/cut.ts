/** How many clusters a cut at this height leaves: merges at it or above are not made. */
export function clustersAt(heights: Float64Array, height: number): number {
  let [low, high] = [0, heights.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (heights[middle]! < height) low = middle + 1;
    else high = middle;
  }
  return heights.length + 1 - low;
}

/**
 * The roundest height, near the middle, whose cut leaves so many clusters; null where equal heights leave no room for it.
 * Above the last merge, a tenth more than it.
 */
export function heightFor(heights: Float64Array, clusters: number): number | null {
  const made = heights.length + 1 - clusters;
  const low = made > 0 ? heights[made - 1]! : 0;
  const high = made < heights.length ? heights[made]! : low * 1.1 || 1;
  if (!(low < high)) return null;
  const middle = (low + high) / 2;
  for (let digits = 2; digits < 17; digits++) {
    const height = Number(middle.toPrecision(digits));
    if (height > low && height <= high) return height;
  }
  return high;
}

/** Where the line of a cut into so many clusters is drawn: halfway between the last merge made and the first one not made. */
export function lineFor(heights: Float64Array, clusters: number): number {
  const made = heights.length + 1 - clusters;
  const low = made > 0 ? heights[made - 1]! : 0;
  return made < heights.length ? (low + heights[made]!) / 2 : low * 1.05;
}

const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowRight: -1, ArrowDown: 1, ArrowLeft: 1 };
const LEAPS: Readonly<Record<string, number>> = { PageUp: -5, PageDown: 5 };

/**
 * The height that a key asks for: up for one cluster fewer (or as few fewer as equal heights allow), down for one more.
 * @param most clusters that Home asks for
 * @returns null for other keys, and at the end
 */
export function heightForKey(heights: Float64Array, clusters: number, key: string, most: number): number | null {
  const n = heights.length + 1;
  const step = STEPS[key] ?? LEAPS[key] ?? (key === 'End' ? -n : key === 'Home' ? n : 0);
  if (!step) return null;
  const target = Math.min(Math.max(clusters + step, 1), Math.max(key === 'Home' ? most : n, clusters));
  if (target === clusters) return null;
  const away = Math.sign(step);
  // On from the target while there is no room at it; at the end back towards where we were.
  for (let k = target; k >= 1 && k <= n; k += away) {
    const height = k === clusters ? null : heightFor(heights, k);
    if (height !== null) return height;
  }
  for (let k = target - away; k !== clusters && k >= 1 && k <= n; k -= away) {
    const height = heightFor(heights, k);
    if (height !== null) return height;
  }
  return null;
}
