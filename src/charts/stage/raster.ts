/** A small picture: premultiplied RGBA, one 32-bit word a pixel, alpha in the highest byte (little endian). */
export interface Stamp {
  readonly pixels: Uint32Array;
  readonly width: number;
  readonly height: number;
  /** From a mark's middle to the stamp's left and top edge. */
  readonly left: number;
  readonly top: number;
}

/** The rectangle of a picture that has been drawn on; empty when right ≤ left. */
export interface Dirty {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export function clean(dirty: Dirty): void {
  dirty.left = Number.POSITIVE_INFINITY;
  dirty.top = Number.POSITIVE_INFINITY;
  dirty.right = 0;
  dirty.bottom = 0;
}

/** Both halves of a word of four bytes times `by`/255, rounded: two bytes to a multiplication. */
function scaled(word: number, by: number): number {
  const low = Math.imul(word & 0xff00ff, by) + 0x800080;
  const high = Math.imul((word >>> 8) & 0xff00ff, by) + 0x800080;
  return (((low + ((low >>> 8) & 0xff00ff)) >>> 8) & 0xff00ff) | ((high + ((high >>> 8) & 0xff00ff)) & 0xff00ff00);
}

/**
 * Cuts a stamp from an image of straight (not premultiplied) RGBA bytes: the cell of `side` pixels at (x, y), its empty
 * border left off, its alpha times `opacity`. The cell's middle is the mark's.
 */
export function cutStamp(
  image: { readonly data: Uint8ClampedArray; readonly width: number },
  x: number,
  y: number,
  side: number,
  opacity: number,
): Stamp {
  const alphaAt = (column: number, row: number) => image.data[((y + row) * image.width + x + column) * 4 + 3]!;
  let [left, top, right, bottom] = [side, side, 0, 0];
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      if (alphaAt(column, row) === 0) continue;
      left = Math.min(left, column);
      top = Math.min(top, row);
      right = Math.max(right, column + 1);
      bottom = Math.max(bottom, row + 1);
    }
  }
  const width = Math.max(0, right - left);
  const height = Math.max(0, bottom - top);
  const pixels = new Uint32Array(width * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const at = ((y + top + row) * image.width + x + left + column) * 4;
      const alpha = (image.data[at + 3]! * opacity) / 255;
      const byte = (offset: number) => Math.round(image.data[at + offset]! * alpha);
      pixels[row * width + column] =
        ((Math.round(alpha * 255) << 24) | (byte(2) << 16) | (byte(1) << 8) | byte(0)) >>> 0;
    }
  }
  return { pixels, width, height, left: left - side / 2, top: top - side / 2 };
}

/** Lays a stamp with its middle at (x, y), whole pixels, over a premultiplied picture; what sticks out is cut off. */
export function lay(
  target: Uint32Array,
  width: number,
  height: number,
  stamp: Stamp,
  x: number,
  y: number,
  dirty: Dirty,
): void {
  const x0 = x + stamp.left;
  const y0 = y + stamp.top;
  const left = Math.max(0, x0);
  const right = Math.min(width, x0 + stamp.width);
  const top = Math.max(0, y0);
  const bottom = Math.min(height, y0 + stamp.height);
  if (left >= right || top >= bottom) return;
  if (left < dirty.left) dirty.left = left;
  if (right > dirty.right) dirty.right = right;
  if (top < dirty.top) dirty.top = top;
  if (bottom > dirty.bottom) dirty.bottom = bottom;
  const { pixels } = stamp;
  for (let row = top; row < bottom; row++) {
    let from = (row - y0) * stamp.width + (left - x0);
    let to = row * width + left;
    for (let column = left; column < right; column++, from++, to++) {
      const source = pixels[from]!;
      const alpha = source >>> 24;
      if (alpha === 0) continue;
      const under = target[to]!;
      target[to] = alpha === 255 || under === 0 ? source : source + (scaled(under, 255 - alpha) >>> 0);
    }
  }
}

/** Premultiplied to straight: `STRAIGHT[alpha · 256 + byte]`. */
const STRAIGHT = new Uint8Array(1 << 16);

/** Fills the table, which nobody needs before there are many points. */
function fillStraight(): void {
  for (let alpha = 1; alpha < 256; alpha++) {
    for (let byte = 0; byte < 256; byte++)
      STRAIGHT[(alpha << 8) | byte] = Math.min(255, Math.round(byte * (255 / alpha)));
  }
}

/** Turns one tile of a premultiplied picture into straight alpha, as ImageData has it. */
export function straighten(target: Uint32Array, width: number, { left, top, right, bottom }: Dirty): void {
  if (STRAIGHT[STRAIGHT.length - 1] === 0) fillStraight();
  for (let row = top; row < bottom; row++) {
    for (let at = row * width + left; at < row * width + right; at++) {
      const word = target[at]!;
      const alpha = word >>> 24;
      if (alpha === 0 || alpha === 255) continue;
      const base = alpha << 8;
      const r = STRAIGHT[base | (word & 255)]!;
      const g = STRAIGHT[base | ((word >>> 8) & 255)]!;
      const b = STRAIGHT[base | ((word >>> 16) & 255)]!;
      target[at] = (alpha << 24) | (b << 16) | (g << 8) | r;
    }
  }
}
