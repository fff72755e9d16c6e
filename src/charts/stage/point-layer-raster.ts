import type { Marks } from './marks.ts';
import type { MarkLook, Places, PointLayer, View } from './point-layer.ts';
import { clean, type Dirty, lay, straighten } from './raster.ts';
import { type Stamps, stampsFor } from './stamps.ts';
import { Tiles } from './tiles.ts';

/**
 * Points laid pixel by pixel into one image: without a GPU some ten times faster than a `drawImage` for each, whose
 * cost lies in the call and not in the pixels.
 */
export function createPointLayerRaster(): PointLayer {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d')!;
  let ratio = 1;
  let image = new ImageData(1, 1);
  let pixels = new Uint32Array(image.data.buffer);
  let places: Places | null = null;
  let marks: Marks | null = null;
  let look: MarkLook | null = null;
  /** Kept from step to step: only a look or a style that is new is drawn. */
  let stamps: Stamps | null = null;
  let tiles = new Tiles(1, 1);
  const dirty: Dirty = { left: 0, top: 0, right: 0, bottom: 0 };
  clean(dirty);

  function layAll(view: View, progress: number): void {
    const { fromX, fromY, toX, toY } = places!;
    const { keys, order, muted } = marks!;
    const { width, height } = image;
    const k = view.k * ratio;
    const tx = view.x * ratio;
    const ty = view.y * ratio;
    for (let at = 0; at < order.length; at++) {
      const i = order[at]!;
      const x = (fromX[i]! + (toX[i]! - fromX[i]!) * progress) * k + tx;
      const y = (fromY[i]! + (toY[i]! - fromY[i]!) * progress) * k + ty;
      if (x - x !== 0 || y - y !== 0) continue;
      const stamp = (at < muted ? stamps!.muted : stamps!.plain)[keys[i]!]!;
      const [px, py] = [Math.round(x), Math.round(y)];
      tiles.touch(px + stamp.left, py + stamp.top, stamp.width, stamp.height);
      lay(pixels, width, height, stamp, px, py, dirty);
    }
  }

  function put({ left, top, right, bottom }: Dirty): void {
    if (right > left) context.putImageData(image, 0, 0, left, top, right - left, bottom - top);
  }

  return {
    canvas,
    resize(width, height, pixelRatio) {
      ratio = pixelRatio;
      canvas.width = Math.max(1, Math.round(width * ratio));
      canvas.height = Math.max(1, Math.round(height * ratio));
      image = new ImageData(canvas.width, canvas.height);
      pixels = new Uint32Array(image.data.buffer);
      tiles = new Tiles(canvas.width, canvas.height);
      clean(dirty);
      stamps = null;
    },
    set(nextPlaces, nextMarks) {
      places = nextPlaces;
      marks = nextMarks;
    },
    look(next) {
      look = next;
      stamps = null;
    },
    draw(view, progress) {
      tiles.each(({ left, top, right, bottom }) => {
        for (let row = top; row < bottom; row++) pixels.fill(0, row * image.width + left, row * image.width + right);
      });
      tiles.clear();
      // What was drawn on before is put once more, now empty, with what is drawn on now.
      if (places && marks && look) {
        stamps = stampsFor(stamps, marks.keys, marks.muted > 0, look, ratio);
        const before = { ...dirty };
        clean(dirty);
        layAll(view, progress);
        tiles.each((tile) => straighten(pixels, image.width, tile));
        put(joined(before, dirty));
      }
    },
    destroy() {
      canvas.remove();
    },
  };
}

/** The smallest rectangle that holds both. */
const joined = (a: Dirty, b: Dirty): Dirty => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});
