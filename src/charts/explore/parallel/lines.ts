import { slotColor } from '../../color.ts';
import { drawNever, drawSoon } from '../../figure/draw-queue.ts';
import type { Looks } from '../canvas-chart.ts';
import type { TableView } from '../matrix/types.ts';
import { axisX, heightOf, type ParallelLayout } from './layout.ts';

/** Lines that one frame paints: a thousand in one go would hold it up. */
const SLICE = 220;

interface Scene {
  readonly view: TableView;
  readonly layout: ParallelLayout;
  readonly width: number;
  readonly looks: Looks;
}

/** The row's line through all axes, as SVG writes it. */
export function linePath({ columns }: TableView, layout: ParallelLayout, row: number): string {
  return columns
    .map((column, i) => `${i === 0 ? 'M' : 'L'}${axisX(layout, i)},${heightOf(column.values[row]!, column, layout)}`)
    .join('');
}

/** What is not selected first, so that it lies below; `muted` says how many these are. */
function inOrder({ shown, selection }: TableView): { order: Int32Array; muted: number } {
  if (!selection) return { order: shown, muted: 0 };
  const below = shown.filter((row) => !selection.has(row));
  const order = new Int32Array(shown.length);
  order.set(below);
  order.set(
    shown.filter((row) => selection.has(row)),
    below.length,
  );
  return { order, muted: below.length };
}

/**
 * Paints the lines behind the scenes, a slice a frame, and shows them together. What is asked for meanwhile waits until these
 * stand, so that a moving gate is never without a picture.
 */
export function createLines(canvas: HTMLCanvasElement) {
  const front = canvas.getContext('2d')!;
  const back = document.createElement('canvas');
  // Painted at once, not when it is shown.
  const context = back.getContext('2d', { willReadFrequently: true })!;
  let next: Scene | null = null;
  let now: (Scene & { order: Int32Array; muted: number; at: number }) | null = null;

  function begin(scene: Scene): void {
    const { width, layout, looks } = scene;
    now = { ...scene, ...inOrder(scene.view), at: 0 };
    back.width = Math.round(width * looks.ratio);
    back.height = Math.round(layout.height * looks.ratio);
    context.setTransform(looks.ratio, 0, 0, looks.ratio, 0, 0);
    context.lineJoin = 'round';
  }

  function paint(): void {
    if (!now) {
      if (!next) return;
      begin(next);
      next = null;
    }
    const { order, at, view, layout, muted, looks } = now!;
    const end = Math.min(order.length, at + SLICE);
    const palette = view.groups.map(({ color }) => color);
    const plain = Math.max(0.12, Math.min(0.6, 60 / order.length));
    for (let i = at; i < end; i++) {
      const isOn = i >= muted;
      const row = order[i]!;
      context.lineWidth = isOn ? 1.2 : 1;
      context.globalAlpha = !view.selection ? plain : isOn ? Math.min(0.8, plain * 2.5) : 0.06;
      context.strokeStyle = isOn ? slotColor(palette, view.groupOf[row] ?? -1, looks.colors.noise) : looks.colors.noise;
      trace(context, view, layout, row);
    }
    context.getImageData(0, 0, 1, 1);
    now!.at = end;
    if (end === order.length) show();
    if (now || next) drawSoon(paint);
  }

  function show(): void {
    now = null;
    if (canvas.width !== back.width || canvas.height !== back.height) {
      canvas.width = back.width;
      canvas.height = back.height;
    } else front.clearRect(0, 0, canvas.width, canvas.height);
    if (back.width > 0 && back.height > 0) front.drawImage(back, 0, 0);
  }

  return {
    draw(scene: Scene) {
      next = scene;
      if (!now) drawSoon(paint);
    },
    stop: () => drawNever(paint),
  };
}

function trace(context: CanvasRenderingContext2D, { columns }: TableView, layout: ParallelLayout, row: number): void {
  context.beginPath();
  for (const [i, column] of columns.entries()) {
    const [x, y] = [axisX(layout, i), heightOf(column.values[row]!, column, layout)];
    if (i === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  context.stroke();
}
