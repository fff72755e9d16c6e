/** Places along a stroke in the unit square: x, y, x, y, …. A single place is a dot. */
export type Stroke = readonly number[];

export interface Paper {
  readonly width: number;
  readonly height: number;
  /** Scaled and centred as the images of the dataset are; else left where it was drawn. */
  readonly isFitted: boolean;
}

/** Images of at least so many pixels are set as MNIST's are: within 20 of 28 pixels, their centre of mass in the middle. */
export const FINE = 20;
const BOX = 20 / 28;
/** Half the width of the pen, in shares of the image's width. */
const PEN = 0.043;
/** A pen of less than a pixel would leave only grey. */
const LEAST_PEN = 0.6;

/** Half the pen's width in pixels. */
export const penOf = ({ width }: Paper) => Math.max(LEAST_PEN, PEN * width);

/** From the unit square to pixels. */
interface Placing {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/**
 * Strokes as an image, 0 (black) to 1 (white), row by row, edges smoothed: a pixel is as bright as the pen covers it. Fitted,
 * the drawing fills a box of 20/28 of the width (all of a small image) and is centred by its mass (a small one by its box),
 * as the images of MNIST were made (LeCun, Cortes, Burges). No strokes: all black.
 */
export function strokesToShades(strokes: readonly Stroke[], paper: Paper): Float64Array {
  const { width, height, isFitted } = paper;
  const plain = { scale: width, x: 0, y: 0 };
  if (!isFitted || strokes.every(({ length }) => length === 0)) return drawn(strokes, paper, plain);
  const boxed = boxPlacing(strokes, paper);
  const shades = drawn(strokes, paper, boxed);
  if (width < FINE) return shades;
  const middle = centerOfMass(shades, width);
  return drawn(strokes, paper, { ...boxed, x: boxed.x + width / 2 - middle.x, y: boxed.y + height / 2 - middle.y });
}

/** Puts the drawing, pen and all, into the middle of the box. */
function boxPlacing(strokes: readonly Stroke[], paper: Paper): Placing {
  const { width, height } = paper;
  const xs = strokes.flatMap((stroke) => stroke.filter((_, i) => i % 2 === 0));
  const ys = strokes.flatMap((stroke) => stroke.filter((_, i) => i % 2 === 1));
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const room = (width < FINE ? width : width * BOX) - 2 * penOf(paper);
  const extent = Math.max(right - left, bottom - top);
  // A dot has no extent to scale.
  const scale = extent > 0 ? room / extent : width;
  return {
    scale,
    x: width / 2 - ((left + right) / 2) * scale,
    y: height / 2 - ((top + bottom) / 2) * scale,
  };
}

function drawn(strokes: readonly Stroke[], paper: Paper, { scale, x, y }: Placing): Float64Array {
  const shades = new Float64Array(paper.width * paper.height);
  for (const stroke of strokes) {
    const at = (i: number) => [stroke[i]! * scale + x, stroke[i + 1]! * scale + y] as const;
    for (let i = 0; i + 1 < stroke.length; i += 2) {
      const [ax, ay] = at(i);
      const [bx, by] = i + 3 < stroke.length ? at(i + 2) : [ax, ay];
      if (i === 0 || i + 3 < stroke.length) addSegment(shades, paper, ax, ay, bx, by);
    }
  }
  return shades;
}

/** Brightens the pixels that a straight piece of the pen's way covers. */
function addSegment(shades: Float64Array, paper: Paper, ax: number, ay: number, bx: number, by: number): void {
  const { width, height } = paper;
  const pen = penOf(paper);
  const reach = pen + 1;
  const square = (bx - ax) ** 2 + (by - ay) ** 2;
  const [left, right] = [Math.max(0, Math.floor(Math.min(ax, bx) - reach)), Math.min(width, Math.max(ax, bx) + reach)];
  const [top, bottom] = [Math.max(0, Math.floor(Math.min(ay, by) - reach)), Math.min(height, Math.max(ay, by) + reach)];
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < right; column++) {
      const [px, py] = [column + 0.5, row + 0.5];
      const along = square === 0 ? 0 : ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / square;
      const t = Math.min(1, Math.max(0, along));
      const far = Math.hypot(px - ax - t * (bx - ax), py - ay - t * (by - ay));
      const cover = Math.min(1, Math.max(0, pen - far + 0.5));
      const p = row * width + column;
      if (cover > shades[p]!) shades[p] = cover;
    }
  }
}

/** Where the light of an image is on average; its middle where it is black. */
export function centerOfMass(shades: Float64Array, width: number): { x: number; y: number } {
  let [mass, x, y] = [0, 0, 0];
  for (let p = 0; p < shades.length; p++) {
    mass += shades[p]!;
    x += shades[p]! * ((p % width) + 0.5);
    y += shades[p]! * (Math.floor(p / width) + 0.5);
  }
  return mass > 0 ? { x: x / mass, y: y / mass } : { x: width / 2, y: shades.length / width / 2 };
}
