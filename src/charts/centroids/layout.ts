/** What stands under each image: a bar and a line of words. */
export const CAPTION = 36;
export const GAP = 12;
const SIZES = { least: 44, most: 112 } as const;

/**
 * The edge of the largest square tiles of which `count` fit into `width` × `height` with a caption each; no smaller than can
 * be read, so that very many take more height, and no wider than the room.
 */
export function tileSize(count: number, width: number, height: number): number {
  for (let size = SIZES.most; size > SIZES.least; size--) {
    const columns = columnsOf(size, width);
    if (columns > 0 && Math.ceil(count / columns) * (size + CAPTION + GAP) - GAP <= height) return size;
  }
  return Math.max(1, Math.min(SIZES.least, Math.floor(width)));
}

/** As many columns as make the rows equally long, where so many fit at most. */
export function evenColumns(count: number, most: number): number {
  const rows = Math.ceil(count / Math.max(1, most));
  return Math.max(1, Math.ceil(count / Math.max(1, rows)));
}

/** What there is room for under a tile: all words, those without the dot, or the most frequent class alone. */
export const wordsFor = (size: number) => (size >= 78 ? 'all' : size >= 58 ? 'some' : 'few');

/** How many tiles of that size stand in a row. */
export const columnsOf = (size: number, width: number) => Math.floor((width + GAP) / (size + GAP));

export interface Part {
  readonly index: number;
  /** Of the cluster's rows, 0…1. */
  readonly share: number;
}

/** The classes of a cluster, the most frequent first; of equal ones the lower first. Those without rows are left out. */
export function partsOf(counts: Int32Array, cluster: number, classes: number): Part[] {
  const own = counts.subarray(cluster * classes, (cluster + 1) * classes);
  const size = own.reduce((sum, count) => sum + count, 0);
  return Array.from(own, (count, index) => ({ index, share: count / Math.max(1, size) }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share || a.index - b.index);
}

/** From one set of images towards another: `into` = from + (to - from) · share. */
export function blend(from: Float64Array, to: Float64Array, share: number, into: Float64Array): void {
  for (let i = 0; i < into.length; i++) into[i] = from[i]! + (to[i]! - from[i]!) * share;
}
