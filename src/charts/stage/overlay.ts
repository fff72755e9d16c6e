import { drawDiscs, drawDots, drawHulls, drawRings, drawSegments, type OverlayLook } from './overlay-draw.ts';
import { createOverlayMovement } from './overlay-places.ts';
import type { StageOverlay } from './overlay-types.ts';
import type { View } from './point-layer.ts';
import type { Scales } from './scales.ts';

/** The rows that rings go around. */
export interface Rows {
  /** Whether they are on their way. */
  readonly running: boolean;
  /** Plot pixels before zoom. */
  at(row: number, now: number): readonly [number, number];
  slotOf(row: number): number;
}

/** The algorithm's own picture on two canvases, below and above the points. There are none before there is an overlay. */
export interface OverlayLayer {
  readonly running: boolean;
  resize(width: number, height: number, pixelRatio: number): void;
  moveTo(overlay: StageOverlay | null, scales: Scales, now: number, duration: number, seen: View): void;
  draw(now: number, view: View, look: OverlayLook, rows: Rows): void;
}

function createCanvas(parent: HTMLElement) {
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  parent.append(canvas);
  return { canvas, context: canvas.getContext('2d')! };
}

export function createOverlay(below: HTMLElement, above: HTMLElement): OverlayLayer {
  const movement = createOverlayMovement();
  let overlay: StageOverlay | null = null;
  let canvases: { below: ReturnType<typeof createCanvas>; above: ReturnType<typeof createCanvas> } | null = null;
  let size: readonly [width: number, height: number, ratio: number] = [1, 1, 1];
  let drawn = '';
  let drawnLook: OverlayLook | null = null;

  const resizeCanvas = ({ canvas }: ReturnType<typeof createCanvas>) => {
    canvas.width = Math.round(size[0] * size[2]);
    canvas.height = Math.round(size[1] * size[2]);
  };
  const clear = ({ canvas, context }: ReturnType<typeof createCanvas>) => {
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.setTransform(size[2], 0, 0, size[2], 0, 0);
  };
  const sameLook = (next: OverlayLook) =>
    drawnLook?.palette === next.palette && drawnLook.colors === next.colors && drawnLook.radius === next.radius;

  return {
    get running() {
      return movement.running;
    },
    resize(...next) {
      if (next.every((v, i) => v === size[i])) return;
      size = next;
      drawn = '';
      if (canvases) for (const canvas of [canvases.below, canvases.above]) resizeCanvas(canvas);
    },
    moveTo(next, scales, now, duration, seen) {
      const before = overlay;
      overlay = next;
      if (next !== before) drawn = '';
      if (!next) return;
      if (!canvases) {
        canvases = { below: createCanvas(below), above: createCanvas(above) };
        for (const canvas of [canvases.below, canvases.above]) resizeCanvas(canvas);
      }
      if (movement.moveTo(next, scales, now, before ? duration : 0, seen)) drawn = '';
    },
    draw(now, view, look, rows) {
      if (!canvases) return;
      const key = `${view.k},${view.x},${view.y}`;
      if (key === drawn && sameLook(look)) return;
      // What moves is drawn again on the next frame.
      drawn = movement.running || rows.running ? '' : key;
      drawnLook = look;
      clear(canvases.below);
      clear(canvases.above);
      if (!overlay) return;
      const { below, above } = canvases;
      const seen = (group: Parameters<typeof movement.seen>[0]) => movement.seen(group, now, view);
      drawHulls(below.context, overlay, seen('hulls'), look);
      drawDiscs(below.context, overlay, seen('discs'), look);
      drawSegments(below.context, overlay, seen('segments'), look);
      const at = (row: number) => {
        const [x, y] = rows.at(row, now);
        return [x * view.k + view.x, y * view.k + view.y] as const;
      };
      drawRings(above.context, overlay, at, rows.slotOf, look);
      drawDots(above.context, overlay, seen('dots'), seen('trails'), look);
    },
  };
}
