/** Where the cells of a scatter matrix lie, in pixels. Cell (i, j) has column i to the right and column j upwards. */
export interface MatrixLayout {
  readonly count: number;
  readonly left: number;
  readonly top: number;
  /** From one cell to the next. */
  readonly step: number;
  /** Side of a cell's frame. */
  readonly side: number;
  readonly width: number;
  readonly height: number;
}

export interface Extent {
  readonly min: number;
  readonly max: number;
}

const GAP = 8;
const INSET = 5;
const LARGEST = 240;

/** As large as the width allows, up to 240 pixels a cell. */
export function layOutMatrix(count: number, width: number): MatrixLayout {
  const left = width < 480 ? 34 : 46;
  const step = Math.max(24, Math.min(LARGEST, Math.floor((width - left) / Math.max(1, count))));
  return {
    count,
    left,
    top: 2,
    step,
    side: step - GAP,
    width: left + step * count,
    height: 2 + step * count + 24,
  };
}

/** Left and top edge of the cell of column i to the right and column j upwards. */
export const cellAt = ({ left, top, step }: MatrixLayout, i: number, j: number) => ({
  x: left + i * step,
  y: top + j * step,
});

/** Pixels from a cell's left edge; equal values stand in the middle. */
export function alongX(value: number, { min, max }: Extent, side: number): number {
  if (!(max > min)) return side / 2;
  return INSET + ((value - min) / (max - min)) * (side - 2 * INSET);
}

/** Pixels from a cell's top edge. */
export const alongY = (value: number, extent: Extent, side: number): number => side - alongX(value, extent, side);

/** The cell under a place in the picture, or null: a diagonal one has i = j. */
export function cellUnder(layout: MatrixLayout, x: number, y: number): { i: number; j: number } | null {
  const i = Math.floor((x - layout.left) / layout.step);
  const j = Math.floor((y - layout.top) / layout.step);
  const isIn = i >= 0 && j >= 0 && i < layout.count && j < layout.count;
  const { x: left, y: top } = cellAt(layout, i, j);
  return isIn && x - left <= layout.side && y - top <= layout.side ? { i, j } : null;
}

/** A rectangle in a cell, in pixels from its left and top edge. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** The rows whose values lie within a rectangle of a cell. */
export function rowsIn(
  box: Box,
  xs: Float64Array,
  ys: Float64Array,
  extents: readonly [Extent, Extent],
  side: number,
): Int32Array {
  const rows: number[] = [];
  for (let row = 0; row < xs.length; row++) {
    const x = alongX(xs[row]!, extents[0], side);
    const y = alongY(ys[row]!, extents[1], side);
    if (x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1) rows.push(row);
  }
  return Int32Array.from(rows);
}
