import type { ThemeColors } from '../chart.ts';
import { slotColor } from '../color.ts';
import { type Marks, styleOf } from '../stage/marks.ts';
import type { Places, View } from '../stage/point-layer.ts';
import type { StagePictures } from '../stage/types.ts';
import { createLevels, type Levels, levelFor } from './levels.ts';
import { type Ramp, rampFor } from './ramp.ts';
import { createScaler } from './scaled.ts';

/** So long a frame may look for places for pictures; a leap of the zoom takes several. */
const LEVELS_MS = 4;

/** All that the pictures depend on but the zoom. */
export interface PictureScene {
  readonly pictures: StagePictures;
  readonly places: Places;
  readonly marks: Marks;
  readonly palette: readonly string[];
  readonly colors: ThemeColors;
}

/** Points as pictures, where there is room: one canvas over that of the points. */
export interface PictureLayer {
  resize(width: number, height: number, pixelRatio: number): void;
  /**
   * @param side of a picture, CSS pixels
   * @returns false: there will be more pictures with the next frame
   */
  draw(scene: PictureScene, view: View, side: number): boolean;
  clear(): void;
  /** The row whose picture covers (x, y), plot pixels with zoom. */
  rowAt(x: number, y: number): number | null;
  /** How many pictures were drawn last. */
  readonly count: number;
  readonly canvas: HTMLCanvasElement;
}

/**
 * Lays the pictures pixel by pixel into one ImageData: a call of drawImage for each would cost more than its pixels. They
 * never overlap (`levels.ts`), so a frame costs no more than the plot has pixels, however many points there are.
 */
export function createPictureLayer(): PictureLayer {
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  const context = canvas.getContext('2d')!;
  let ratio = 1;
  let image = new ImageData(1, 1);
  let pixels = new Uint32Array(image.data.buffer);
  let levels: { of: Places; levels: Levels } | null = null;
  let scaler: { of: StagePictures; scaler: ReturnType<typeof createScaler> } | null = null;
  let ramps: { of: Pick<PictureScene, 'palette' | 'colors'>; ramps: Map<number, Ramp> } | null = null;
  let muted: { of: Marks; rows: Uint8Array } | null = null;
  let drawn: { x: number; y: number; row: number }[] = [];
  let size = 0;
  let isClear = true;

  function rampOf({ palette, colors }: PictureScene, slot: number, isMuted: boolean): Ramp {
    if (ramps?.of.palette !== palette || ramps.of.colors !== colors)
      ramps = { of: { palette, colors }, ramps: new Map() };
    const key = slot * 2 + (isMuted ? 1 : 0);
    const ramp = ramps.ramps.get(key) ?? rampFor(slotColor(palette, slot, colors.noise), colors, isMuted);
    ramps.ramps.set(key, ramp);
    return ramp;
  }

  function mutedRows(marks: Marks): Uint8Array {
    if (muted?.of === marks) return muted.rows;
    const rows = new Uint8Array(marks.keys.length);
    for (let at = 0; at < marks.muted; at++) rows[marks.order[at]!] = 1;
    muted = { of: marks, rows };
    return rows;
  }

  /** A picture with its middle at (x, y), device pixels; what sticks out is cut off. */
  function lay(shades: Uint8Array, side: number, ramp: Ramp, x: number, y: number): void {
    const { width, height } = image;
    const [x0, y0] = [x - (side >> 1), y - (side >> 1)];
    const [left, right] = [Math.max(0, -x0), Math.min(side, width - x0)];
    const [top, bottom] = [Math.max(0, -y0), Math.min(side, height - y0)];
    for (let v = top; v < bottom; v++) {
      let to = (y0 + v) * width + x0 + left;
      for (let at = v * side + left; at < v * side + right; at++, to++) pixels[to] = ramp[shades[at]!]!;
    }
  }

  return {
    canvas,
    get count() {
      return drawn.length;
    },
    resize(width, height, pixelRatio) {
      ratio = pixelRatio;
      const [w, h] = [Math.max(1, Math.round(width * ratio)), Math.max(1, Math.round(height * ratio))];
      if (canvas.width === w && canvas.height === h) return;
      canvas.width = w;
      canvas.height = h;
      image = new ImageData(w, h);
      pixels = new Uint32Array(image.data.buffer);
    },
    clear() {
      if (isClear) return;
      isClear = true;
      drawn = [];
      context.clearRect(0, 0, canvas.width, canvas.height);
    },
    draw(scene, view, side) {
      const { pictures, places, marks } = scene;
      const { toX, toY } = places;
      // A pixel stays free between two.
      const tile = Math.max(2, Math.round(side * ratio) - 1);
      if (levels?.of !== places) levels = { of: places, levels: createLevels(toX, toY) };
      if (scaler?.of !== pictures || scaler.scaler.side !== tile)
        scaler = { of: pictures, scaler: createScaler(pictures, tile) };
      const level = levelFor(side, view.k);
      const { levelOf, isDone } = levels.levels.upTo(level, LEVELS_MS);
      const isMuted = mutedRows(marks);
      pixels.fill(0);
      drawn = [];
      size = side;
      isClear = false;
      const [w, h] = [canvas.width / ratio + side / 2, canvas.height / ratio + side / 2];
      for (let row = 0; row < toX.length; row++) {
        if (levelOf[row]! > level) continue;
        const x = toX[row]! * view.k + view.x;
        const y = toY[row]! * view.k + view.y;
        if (!(x > -side / 2 && y > -side / 2 && x < w && y < h)) continue;
        drawn.push({ x, y, row });
        const ramp = rampOf(scene, styleOf(marks.keys[row]!).slot, isMuted[row] === 1);
        lay(scaler.scaler.scaled(row), tile, ramp, Math.round(x * ratio), Math.round(y * ratio));
      }
      context.putImageData(image, 0, 0);
      return isDone;
    },
    rowAt(x, y) {
      const half = size / 2;
      return drawn.find((own) => Math.abs(own.x - x) <= half && Math.abs(own.y - y) <= half)?.row ?? null;
    },
  };
}
