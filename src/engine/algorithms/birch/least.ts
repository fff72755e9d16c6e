/**
 * The first of `count` places whose exact value is least. `values` are those values as plain arithmetic has them, each within
 * `slack` of the exact one: exact arithmetic is slow, and needed only where two are that close.
 */
export function firstLeast(
  values: Float64Array,
  count: number,
  slack: number,
  exact: (place: number) => number,
): number {
  let best = 0;
  for (let j = 1; j < count; j++) if (values[j]! < values[best]!) best = j;
  const limit = values[best]! + 2 * slack;
  let rivals = 0;
  for (let j = 0; j < count; j++) if (values[j]! <= limit) rivals++;
  if (rivals === 1) return best;
  let least = Number.POSITIVE_INFINITY;
  best = 0;
  for (let j = 0; j < count; j++) {
    if (values[j]! > limit) continue;
    const value = exact(j);
    if (value >= least) continue;
    least = value;
    best = j;
  }
  return best;
}

/** How far plain arithmetic may be off for a squared distance of vectors of d entries whose squared lengths sum to `size`. */
export function slackOf(size: number, d: number): number {
  return size * (d + 8) * 2 ** -51;
}
