/** Where the cells begin. */
export const LEFT = 76;
export const TOP = 8;
const RIGHT = 16;
const BOTTOM = 44;
/** The rows share so much height, each at least and at most … */
const HEIGHT = 300;
const ROW = { least: 3, most: 44 };

/** Where the cells are. The first row is the lowest. */
export interface HeatBox {
  readonly width: number;
  readonly height: number;
  readonly cell: { readonly width: number; readonly height: number };
  left(cell: number): number;
  top(cell: number): number;
}

export function heatBox(columns: number, rows: number, width: number): HeatBox {
  const height = Math.min(ROW.most, Math.max(ROW.least, HEIGHT / rows));
  const cell = { width: Math.min(96, (width - LEFT - RIGHT) / columns), height };
  return {
    width,
    height: TOP + height * rows + BOTTOM,
    cell,
    left: (at) => LEFT + (at % columns) * cell.width,
    top: (at) => TOP + (rows - 1 - Math.floor(at / columns)) * height,
  };
}
