import type { Near } from './near.ts';

/** Neighbours that are this far from their median, as a share of the picture, stand in another group: they have no say. */
const APART = 0.04;

/**
 * Places for rows that were not laid out, between the nearest of those that were: at the mean of those of its neighbours that
 * stand near the neighbours' median, so that a row between two groups goes to one of them and not into the void between.
 * @param near for each row its nearest among the rows that have a place
 * @param places x and y of those in turn, within ±1
 */
export function placedBetween({ rows, k }: Near, places: Float64Array): Float64Array {
  const placed = new Float64Array((rows.length / k) * 2);
  for (let i = 0; i < rows.length / k; i++) {
    const own = Array.from(rows.subarray(i * k, (i + 1) * k)).filter((row) => row >= 0);
    const [middleX, middleY] = [0, 1].map((axis) => median(own.map((row) => places[2 * row + axis]!)));
    const isNear = (row: number) =>
      Math.abs(places[2 * row]! - middleX!) + Math.abs(places[2 * row + 1]! - middleY!) <= APART;
    const kept = own.some(isNear) ? own.filter(isNear) : own.slice(0, 1);
    for (const row of kept) {
      placed[2 * i]! += places[2 * row]! / kept.length;
      placed[2 * i + 1]! += places[2 * row + 1]! / kept.length;
    }
  }
  return placed;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[(values.length - 1) >> 1] ?? 0;
}
