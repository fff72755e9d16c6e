import type { Marks } from './marks.ts';
import { type MarkLook, MUTED, type Places, type PointLayer, type View } from './point-layer.ts';
import { drawSprites, keysInUse, type Sprites } from './sprites.ts';

/** Points on a 2D canvas: one sprite a point. */
export function createPointLayer2d(): PointLayer {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d')!;
  let ratio = 1;
  let places: Places | null = null;
  let marks: Marks | null = null;
  let look: MarkLook | null = null;
  let used: number[] = [];
  let sprites: Sprites | null = null;

  function drawRange(first: number, last: number, view: View, progress: number, from: Sprites): void {
    const { fromX, fromY, toX, toY } = places!;
    const { keys, order } = marks!;
    const { image, cell, columns, cellOf } = from;
    const half = cell / 2;
    const k = view.k * ratio;
    const tx = view.x * ratio;
    const ty = view.y * ratio;
    // At rest marks sit on whole device pixels (sharp, and a plain copy); on the move they do not (smooth).
    const still = progress === 1;
    for (let at = first; at < last; at++) {
      const i = order[at]!;
      let x = (fromX[i]! + (toX[i]! - fromX[i]!) * progress) * k + tx - half;
      let y = (fromY[i]! + (toY[i]! - fromY[i]!) * progress) * k + ty - half;
      if (!(x > -cell && y > -cell && x < canvas.width && y < canvas.height)) continue;
      if (still) {
        x = Math.round(x);
        y = Math.round(y);
      }
      const position = cellOf[keys[i]!]!;
      const sx = (position % columns) * cell;
      context.drawImage(image, sx, Math.floor(position / columns) * cell, cell, cell, x, y, cell, cell);
    }
  }

  return {
    canvas,
    resize(width, height, pixelRatio) {
      ratio = pixelRatio;
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      sprites = null;
    },
    set(nextPlaces, nextMarks) {
      places = nextPlaces;
      if (nextMarks === marks) return;
      marks = nextMarks;
      const keys = keysInUse(marks.keys);
      if (keys.length !== used.length || keys.some((key, i) => key !== used[i])) sprites = null;
      used = keys;
    },
    look(next) {
      const { radius, palette, colors } = next;
      const same = look && radius === look.radius && palette === look.palette && colors === look.colors;
      if (!same) sprites = null;
      look = next;
    },
    draw(view, progress) {
      context.clearRect(0, 0, canvas.width, canvas.height);
      if (!places || !marks || !look) return true;
      sprites ??= drawSprites(used, look, ratio);
      context.globalAlpha = look.opacity * MUTED;
      drawRange(0, marks.muted, view, progress, sprites);
      context.globalAlpha = marks.muted > 0 ? Math.max(0.8, look.opacity) : look.opacity;
      drawRange(marks.muted, marks.order.length, view, progress, sprites);
      context.globalAlpha = 1;
      return true;
    },
    destroy() {
      canvas.remove();
    },
  };
}
