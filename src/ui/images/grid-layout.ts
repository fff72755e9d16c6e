/** The edge that a tile has at least, and the gap between two, in CSS pixels. */
const LEAST_TILE = 30;
export const GAP = 3;
/** Rows of tiles that are there beyond what is seen, above and below. */
const SPARE = 2;

export interface GridLayout {
  readonly columns: number;
  readonly tile: number;
  /** The height of all rows of tiles together. */
  readonly height: number;
}

/** As many columns as fit; tiles fill the width. */
export function layOutGrid(count: number, width: number): GridLayout {
  const columns = Math.max(1, Math.floor((width + GAP) / (LEAST_TILE + GAP)));
  const tile = Math.max(1, (width - (columns - 1) * GAP) / columns);
  const rows = Math.ceil(count / columns);
  return { columns, tile, height: Math.max(0, rows * (tile + GAP) - GAP) };
}

/** The tiles from `from` up to, not including, `to` that are seen, or nearly. */
export function seenTiles(
  { columns, tile }: GridLayout,
  count: number,
  scrolled: number,
  height: number,
): { from: number; to: number } {
  const row = (y: number) => Math.floor(y / (tile + GAP));
  const first = Math.max(0, row(scrolled) - SPARE);
  const last = row(scrolled + height) + SPARE;
  return { from: Math.min(count, first * columns), to: Math.min(count, (last + 1) * columns) };
}

/** Where tile `i` stands. */
export function placeOfTile({ columns, tile }: GridLayout, i: number): { x: number; y: number } {
  return { x: (i % columns) * (tile + GAP), y: Math.floor(i / columns) * (tile + GAP) };
}

/** The tile that a key asks for; null for a key that is none of the grid's. */
export function tileForKey(
  key: string,
  active: number,
  count: number,
  columns: number,
  pageRows: number,
): number | null {
  const targets: Readonly<Record<string, number>> = {
    ArrowRight: active + 1,
    ArrowLeft: active - 1,
    ArrowDown: active + columns,
    ArrowUp: active - columns,
    PageDown: active + columns * pageRows,
    PageUp: active - columns * pageRows,
    Home: 0,
    End: count - 1,
  };
  const target = targets[key];
  return target === undefined ? null : Math.min(Math.max(0, count - 1), Math.max(0, target));
}
