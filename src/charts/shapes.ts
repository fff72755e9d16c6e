import {
  type SymbolType,
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolPlus,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
} from 'd3';

/** Shapes by class. "Plus" of d3 is an open stroke; the filled ones look alike at 6 px, so they come late. */
const shapes: readonly { readonly name: string; readonly type: SymbolType; readonly open: boolean }[] = [
  { name: 'circle', type: symbolCircle, open: false },
  { name: 'triangle', type: symbolTriangle, open: false },
  { name: 'square', type: symbolSquare, open: false },
  { name: 'diamond', type: symbolDiamond, open: false },
  { name: 'cross', type: symbolCross, open: false },
  { name: 'plus', type: symbolPlus, open: true },
  { name: 'star', type: symbolStar, open: false },
  { name: 'wye', type: symbolWye, open: false },
];

export const SHAPE_COUNT = shapes.length;

/** Whether a shape is only strokes (it has no inside to fill). */
export function isOpenShape(shape: number): boolean {
  return shapes[shape % SHAPE_COUNT]!.open;
}

/** The SVG path of a shape around (0, 0) that looks as large as a circle of `radius`. */
export function shapePath(shape: number, radius: number): string {
  const { type, open } = shapes[shape % SHAPE_COUNT]!;
  const area = Math.PI * radius * radius * (open ? 0.9 : 1);
  return symbol(type, area)() ?? '';
}
