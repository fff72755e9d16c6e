import { slotColor } from '../color.ts';
import { isOpenShape, shapePath } from '../shapes.ts';
import { type MarkStyle, styleOf } from './marks.ts';
import { CROSS, HOLLOW } from './overlay-types.ts';
import type { MarkLook } from './point-layer.ts';

/** Every style of mark that is in use, drawn once, in a row of square cells. */
export interface Sprites {
  readonly image: HTMLCanvasElement;
  /** Side of a cell in device pixels: even, so that a mark's middle falls between two pixels. */
  readonly cell: number;
  /** Cells a line of the image. */
  readonly columns: number;
  /** Style key → number of its cell. */
  readonly cellOf: Int16Array;
}

const KEYS = 1 << 12;

/** The style keys in use, ascending. */
export function keysInUse(keys: Uint16Array): number[] {
  const seen = new Uint8Array(KEYS);
  for (let i = 0; i < keys.length; i++) seen[keys[i]!] = 1;
  const used: number[] = [];
  for (let key = 0; key < KEYS; key++) if (seen[key]) used.push(key);
  return used;
}

/** A cross, whatever the shape: what is in no cluster. */
function drawCross(
  context: CanvasRenderingContext2D,
  { outlined }: MarkStyle,
  radius: number,
  color: string,
  colors: MarkLook['colors'],
): void {
  const arm = Math.max(1.6, radius * 0.85);
  const path = new Path2D(`M${-arm},${-arm}L${arm},${arm}M${-arm},${arm}L${arm},${-arm}`);
  const width = Math.max(1.1, Math.min(1.7, radius * 0.45));
  context.lineWidth = width + (outlined ? 2.5 : 1);
  context.strokeStyle = outlined ? colors.text : colors.stage;
  context.stroke(path);
  context.lineWidth = width;
  context.strokeStyle = color;
  context.stroke(path);
}

/** Draws one mark around (0, 0). */
function drawMark(context: CanvasRenderingContext2D, style: MarkStyle, look: MarkLook): void {
  const { radius, colors, palette } = look;
  const fill = slotColor(palette, style.slot, colors.noise);
  const path = new Path2D(shapePath(style.shape, style.outlined ? radius * 1.08 : radius));
  const hollow = style.kind === HOLLOW;
  context.lineJoin = 'round';
  context.lineCap = 'round';
  if (style.kind === CROSS) {
    drawCross(context, style, radius, fill, colors);
    return;
  }
  if (isOpenShape(style.shape)) {
    const width = Math.max(1.4, radius * 0.6);
    context.lineWidth = width + (style.outlined ? 3 : 1);
    context.strokeStyle = style.outlined ? colors.text : colors.stage;
    context.stroke(path);
    context.lineWidth = hollow ? width / 2 : width;
    context.strokeStyle = fill;
    context.stroke(path);
    return;
  }
  if (hollow) {
    context.fillStyle = colors.stage;
    context.globalAlpha = 0.5;
    context.fill(path);
    context.globalAlpha = 1;
    context.lineWidth = style.outlined ? 2 : Math.max(1, Math.min(1.5, radius * 0.4));
    context.strokeStyle = style.outlined ? colors.text : fill;
    context.stroke(path);
    return;
  }
  if (style.outlined) {
    context.lineWidth = 3;
    context.strokeStyle = colors.text;
    context.stroke(path);
  } else if (radius >= 2.75) {
    // A thin edge in the ground's colour keeps neighbours apart.
    context.lineWidth = 1;
    context.strokeStyle = colors.stage;
    context.stroke(path);
  }
  context.fillStyle = fill;
  context.fill(path);
}

/** Draws the sprites for `keys` at a device pixel ratio. */
export function drawSprites(keys: readonly number[], look: MarkLook, ratio: number): Sprites {
  // A star or a triangle reaches to 1.6 radii from its middle; the outline adds 2 px.
  const cell = 2 * Math.ceil((look.radius * 1.15 * 1.6 + 2.5) * ratio);
  const columns = Math.max(1, Math.ceil(Math.sqrt(keys.length)));
  const image = document.createElement('canvas');
  image.width = columns * cell;
  image.height = Math.max(1, Math.ceil(keys.length / columns)) * cell;
  const context = image.getContext('2d')!;
  const cellOf = new Int16Array(KEYS);
  keys.forEach((key, position) => {
    cellOf[key] = position;
    const x = ((position % columns) + 0.5) * cell;
    const y = (Math.floor(position / columns) + 0.5) * cell;
    context.setTransform(ratio, 0, 0, ratio, x, y);
    drawMark(context, styleOf(key), look);
  });
  return { image, cell, columns, cellOf };
}
