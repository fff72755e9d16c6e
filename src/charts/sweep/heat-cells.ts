import { readableOn } from '../color.ts';
import type { HeatBox } from './heat-box.ts';
import type { SweepHeatData } from './types.ts';

/** Cells at least this large have their value written in them. */
const ROOM = { width: 38, height: 18 };
/** Cells at least so wide and high stand a little apart. */
const APART = 12;

/** Draws the cells: their colours, their values where there is room, a cross where a run failed. */
export function drawCells(
  context: CanvasRenderingContext2D,
  { values, failed, colors, range: [low, high], format }: SweepHeatData,
  { cell: { width, height }, left, top }: HeatBox,
  style: CSSStyleDeclaration,
): void {
  const gap = width > APART && height > APART ? 1 : 0;
  const hasRoom = width >= ROOM.width && height >= ROOM.height;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.font = `11px ${style.fontFamily}`;
  context.strokeStyle = style.getPropertyValue('--cs-error');
  for (const [i, value] of values.entries()) {
    const [x, y] = [left(i), top(i)];
    const [middleX, middleY] = [x + width / 2, y + height / 2];
    if (failed[i]) drawCross(context, middleX, middleY, Math.min(5, width / 3, height / 3));
    if (value === null) continue;
    const share = high > low ? (value - low) / (high - low) : 0.5;
    const color = colors[Math.min(colors.length - 1, Math.max(0, Math.round(share * (colors.length - 1))))]!;
    context.fillStyle = color;
    // Cells that meet do so exactly on whole pixels, so that no seam shows.
    const [x0, y0] = gap ? [x, y] : [Math.floor(x), Math.floor(y)];
    const [x1, y1] = gap ? [x + width, y + height] : [Math.ceil(x + width), Math.ceil(y + height)];
    context.fillRect(x0, y0, x1 - x0 - gap, y1 - y0 - gap);
    if (!hasRoom) continue;
    context.fillStyle = readableOn(color);
    context.fillText(format(value), middleX, middleY + 0.5, width - 4);
  }
}

function drawCross(context: CanvasRenderingContext2D, x: number, y: number, arm: number): void {
  context.beginPath();
  context.moveTo(x - arm, y - arm);
  context.lineTo(x + arm, y + arm);
  context.moveTo(x + arm, y - arm);
  context.lineTo(x - arm, y + arm);
  context.stroke();
}
