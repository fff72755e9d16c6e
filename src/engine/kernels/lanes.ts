/** Vectors that are worked on at once. */
export const LANES = 4;

/** Lays up to LANES vectors side by side, LANES numbers a place; lanes that are left are 0. */
export function toLanes(vectors: readonly Float64Array[], lanes: Float64Array): void {
  if (vectors.length < LANES) lanes.fill(0);
  for (const [lane, v] of vectors.entries())
    for (let i = 0, at = lane; i < v.length; i++, at += LANES) lanes[at] = v[i]!;
}

/** The way back. */
export function fromLanes(lanes: Float64Array, vectors: readonly Float64Array[]): void {
  for (const [lane, v] of vectors.entries())
    for (let i = 0, at = lane; i < v.length; i++, at += LANES) v[i] = lanes[at]!;
}
