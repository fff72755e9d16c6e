/**
 * Brings places (x and y in turn) into the same frame whatever their size: their middle to 0, the farthest coordinate to ±1.
 * A layout grows while it settles, and its size says nothing. All in one place: all at 0.
 */
export function framed(places: Float64Array): void {
  const low = [Infinity, Infinity];
  const high = [-Infinity, -Infinity];
  for (let at = 0; at < places.length; at++) {
    const axis = at & 1;
    if (places[at]! < low[axis]!) low[axis] = places[at]!;
    if (places[at]! > high[axis]!) high[axis] = places[at]!;
  }
  const middle = [(low[0]! + high[0]!) / 2, (low[1]! + high[1]!) / 2];
  const half = Math.max(high[0]! - low[0]!, high[1]! - low[1]!) / 2 || 1;
  for (let at = 0; at < places.length; at++) places[at] = (places[at]! - middle[at & 1]!) / half;
}
