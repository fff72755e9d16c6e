import { NOISE } from '../../engine/types.ts';

/** One cluster's block of rows. */
export interface SilhouetteBlock {
  readonly label: number;
  readonly slot: number;
  /** Its rows are `order[first…last-1]`. */
  readonly first: number;
  readonly last: number;
  /** Top of the block, pixels; row j of `order` spans top + (j - first) · rowHeight. */
  readonly top: number;
}

export interface SilhouetteLayout {
  readonly blocks: readonly SilhouetteBlock[];
  /** Rows by cluster, then from the highest silhouette to the lowest; rows without one are left out. */
  readonly order: Int32Array;
  readonly rowHeight: number;
  /** Lowest value of the axis: 0, or below it where there are negative silhouettes. */
  readonly low: number;
}

const MAX_ROW = 14;

/** Stacks n silhouettes in `height` pixels, `gap` between two clusters (less when there are many). */
export function layOutSilhouette(
  values: Float64Array,
  labels: Int32Array,
  colorOf: Int32Array,
  height: number,
  gap: number,
): SilhouetteLayout {
  const rows: number[] = [];
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i]!)) rows.push(i);
  const rank = (label: number) => (label <= NOISE ? Number.POSITIVE_INFINITY : label);
  rows.sort((a, b) => {
    const [la, lb] = [labels[a]!, labels[b]!];
    // Noise, and what no step has reached, come last.
    if (la !== lb) return rank(la) === rank(lb) ? lb - la : rank(la) - rank(lb);
    return values[b]! - values[a]! || a - b;
  });
  const order = Int32Array.from(rows);
  const starts: number[] = [];
  for (let j = 0; j < order.length; j++) {
    if (j === 0 || labels[order[j]!] !== labels[order[j - 1]!]) starts.push(j);
  }
  const between = Math.max(0, starts.length - 1);
  const usedGap = Math.min(gap, (height * 0.25) / Math.max(1, between));
  const rowHeight = Math.min(MAX_ROW, (height - usedGap * between) / Math.max(1, order.length));
  const blocks = starts.map((first, b) => {
    const row = order[first]!;
    return {
      label: labels[row]!,
      slot: colorOf[row]!,
      first,
      last: starts[b + 1] ?? order.length,
      top: first * rowHeight + b * usedGap,
    };
  });
  let least = 0;
  for (const row of rows) least = Math.min(least, values[row]!);
  return { blocks, order, rowHeight, low: least < 0 ? Math.max(-1, Math.floor(least * 20) / 20) : 0 };
}

/** The place in `order` at height y, or null in a gap or outside. */
export function placeAt({ blocks, rowHeight }: SilhouetteLayout, y: number): number | null {
  for (const { first, last, top } of blocks) {
    const offset = y - top;
    if (offset >= 0 && offset < (last - first) * rowHeight)
      return Math.min(last - 1, first + Math.floor(offset / rowHeight));
  }
  return null;
}

/** The rows whose bars touch the band y0…y1, ascending. */
export function rowsBetween({ blocks, order, rowHeight }: SilhouetteLayout, y0: number, y1: number): Int32Array {
  const [low, high] = [Math.min(y0, y1), Math.max(y0, y1)];
  const rows: number[] = [];
  for (const { first, last, top } of blocks) {
    const from = Math.max(first, first + Math.floor((low - top) / rowHeight));
    const to = Math.min(last, first + Math.ceil((high - top) / rowHeight));
    for (let j = from; j < to; j++) rows.push(order[j]!);
  }
  return Int32Array.from(rows).sort();
}

/** Top of a row's bar by its place in `order`. */
export function topOf({ blocks, rowHeight }: SilhouetteLayout, place: number): number {
  const block = blocks.find(({ last }) => place < last);
  return block ? block.top + (place - block.first) * rowHeight : 0;
}

/** Stretches of consecutive places within one block for which `holds`. */
export function runsOf(
  { first, last }: SilhouetteBlock,
  holds: (place: number) => boolean,
): { first: number; last: number }[] {
  const runs = [];
  let start = -1;
  for (let j = first; j <= last; j++) {
    const inside = j < last && holds(j);
    if (inside && start < 0) start = j;
    if (!inside && start >= 0) {
      runs.push({ first: start, last: j });
      start = -1;
    }
  }
  return runs;
}
