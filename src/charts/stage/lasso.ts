import { select } from 'd3';
import { type SelectMode, selectMode } from '../chart.ts';
import { listen } from '../listen.ts';
import { isHandle } from './center-drag.ts';

/** What the gestures on the plot need to know and say. Coordinates are plot pixels, zoom included. */
export interface GestureHost {
  tool(): 'pan' | 'lasso';
  hoverAt(x: number, y: number): void;
  leave(): void;
  /** A closed outline x0, y0, x1, y1, … */
  lasso(outline: readonly number[], mode: SelectMode): void;
  /** A click that is no drag, with a lasso in hand. */
  pick(x: number, y: number, mode: SelectMode): void;
}

/** Whether a press starts a lasso rather than a pan. */
export function startsLasso(event: { shiftKey: boolean; altKey: boolean }, tool: 'pan' | 'lasso'): boolean {
  return tool === 'lasso' || event.shiftKey || event.altKey;
}

const CLICK = 4;

/** Hover, tap, lasso. Returns how to give a lasso up (whether there was one) and how to stop listening. */
export function createGestures(plot: HTMLElement, svg: SVGSVGElement, host: GestureHost) {
  const line = select(svg).append('path').attr('class', 'cs-lasso').attr('aria-hidden', 'true');
  let outline: number[] | null = null;
  let pointer = -1;
  let start: { x: number; y: number } | null = null;

  const place = (event: PointerEvent) => {
    const box = plot.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const giveUp = () => {
    const had = outline !== null;
    outline = null;
    start = null;
    line.attr('d', null);
    return had;
  };

  const onDown = (event: PointerEvent) => {
    if (event.button !== 0 || !event.isPrimary || isHandle(event.target)) return;
    start = place(event);
    if (!startsLasso(event, host.tool())) return;
    pointer = event.pointerId;
    plot.setPointerCapture(pointer);
    outline = [start.x, start.y];
    host.leave();
  };
  const onMove = (event: PointerEvent) => {
    const { x, y } = place(event);
    if (outline) {
      if (event.pointerId !== pointer) return;
      const n = outline.length;
      if (Math.hypot(x - outline[n - 2]!, y - outline[n - 1]!) < 2) return;
      outline.push(x, y);
      line.attr('d', `M${outline.join(',')}Z`);
    } else if (event.buttons === 0 && event.pointerType !== 'touch') {
      if (isHandle(event.target)) host.leave();
      else host.hoverAt(x, y);
    } else if (start && Math.hypot(x - start.x, y - start.y) > CLICK) {
      host.leave();
    }
  };
  const onUp = (event: PointerEvent) => {
    if (!start || !event.isPrimary) return;
    const { x, y } = place(event);
    const still = Math.hypot(x - start.x, y - start.y) <= CLICK;
    const drawn = outline;
    giveUp();
    if (drawn && drawn.length >= 6) host.lasso(drawn, selectMode(event));
    else if (drawn && still) host.pick(x, y, selectMode(event));
    else if (still && event.pointerType === 'touch') host.hoverAt(x, y);
  };
  const onLeave = (event: PointerEvent) => {
    if (event.pointerType !== 'touch') host.leave();
  };

  const stop = listen(plot, [
    ['pointerdown', onDown],
    ['pointermove', onMove],
    ['pointerup', onUp],
    ['pointercancel', giveUp],
    ['pointerleave', onLeave],
  ]);
  return {
    giveUp,
    destroy() {
      stop();
    },
  };
}
