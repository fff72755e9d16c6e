import type { Marks } from './marks.ts';
import { type MarkLook, MUTED, type Places, type PointLayer, type View } from './point-layer.ts';
import { clean, cutStamp, type Dirty, lay, type Stamp, straighten } from './raster.ts';
import { drawSprites, keysInUse } from './sprites.ts';

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
  let stamps: { plain: (Stamp | undefined)[]; muted: (Stamp | undefined)[] } | null = null;
  const dirty: Dirty = { left: 0, top: 0, right: 0, bottom: 0 };
  clean(dirty);

  function cutStamps({ keys, muted }: Marks, { opacity, ...rest }: MarkLook) {
    const used = keysInUse(keys);
    const { image: sheet, cell, columns, cellOf } = drawSprites(used, { opacity, ...rest }, ratio);
    const data = sheet.getContext('2d')!.getImageData(0, 0, sheet.width, sheet.height);
    const cut = (share: number) => {
      const made: (Stamp | undefined)[] = [];
      for (const key of used) {
        const at = cellOf[key]!;
        made[key] = cutStamp(data, (at % columns) * cell, Math.floor(at / columns) * cell, cell, share);
      }
      return made;
    };
    return { plain: cut(muted > 0 ? Math.max(0.8, opacity) : opacity), muted: cut(opacity * MUTED) };
  }

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
      lay(pixels, width, height, stamp, Math.round(x), Math.round(y), dirty);
    }
  }

  return {
    canvas,
    resize(width, height, pixelRatio) {
      ratio = pixelRatio;
      canvas.width = Math.max(1, Math.round(width * ratio));
      canvas.height = Math.max(1, Math.round(height * ratio));
      image = new ImageData(canvas.width, canvas.height);
      pixels = new Uint32Array(image.data.buffer);
      clean(dirty);
      stamps = null;
    },
    set(nextPlaces, nextMarks) {
      if (nextMarks !== marks) stamps = null;
      places = nextPlaces;
      marks = nextMarks;
    },
    look(next) {
      look = next;
      stamps = null;
    },
    draw(view, progress) {
      const { left, top, right, bottom } = dirty;
      for (let row = top; row < bottom; row++) pixels.fill(0, row * image.width + left, row * image.width + right);
      if (right > left) context.clearRect(left, top, right - left, bottom - top);
      clean(dirty);
      if (!places || !marks || !look) return;
      stamps ??= cutStamps(marks, look);
      layAll(view, progress);
      if (dirty.right <= dirty.left) return;
      straighten(pixels, image.width, dirty);
      const [width, height] = [dirty.right - dirty.left, dirty.bottom - dirty.top];
      context.putImageData(image, 0, 0, dirty.left, dirty.top, width, height);
    },
    destroy() {
      canvas.remove();
    },
  };
}
