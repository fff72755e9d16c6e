import type { SweepHeatData } from './types.ts';

/** Room beside the rows: for the axis's title, and for labels of so wide letters. */
const LEFT = { least: 76, most: 160, title: 36, letter: 6.5 };
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
  /** Where the cells begin. */
  readonly from: number;
  readonly cell: { readonly width: number; readonly height: number };
  left(cell: number): number;
  top(cell: number): number;
}

export function heatBox({ x, y }: Pick<SweepHeatData, 'x' | 'y'>, width: number): HeatBox {
  const [columns, rows] = [x.places.length, y.places.length];
  const longest = y.places.reduce((most, { label }) => Math.max(most, label.length), 0);
  const from = Math.min(LEFT.most, Math.max(LEFT.least, LEFT.title + LEFT.letter * longest));
  const height = Math.min(ROW.most, Math.max(ROW.least, HEIGHT / rows));
  const cell = { width: Math.min(96, (width - from - RIGHT) / columns), height };
  return {
    width,
    height: TOP + height * rows + BOTTOM,
    from,
    cell,
    left: (at) => from + (at % columns) * cell.width,
    top: (at) => TOP + (rows - 1 - Math.floor(at / columns)) * height,
  };
}
