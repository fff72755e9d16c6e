import { type SelectMode, selectMode } from '../chart.ts';
import { listen } from '../listen.ts';

/** What the pointer on the silhouettes does. Coordinates are the node's own pixels. */
export interface BrushHost {
  hover(x: number, y: number): void;
  leave(): void;
  /** The band under the brush while it is drawn. */
  band(y0: number, y1: number): void;
  select(y0: number, y1: number, mode: SelectMode): void;
  click(x: number, y: number, mode: SelectMode): void;
  end(): void;
}

const CLICK = 3;

/**
 * A vertical brush. While it replaces the selection it does so live, once a frame; what it adds or removes is told at
 * its end, for it could not be taken back. A finger scrolls the page and taps to hover.
 */
export function createBrush(node: HTMLElement, host: BrushHost): { giveUp(): void; destroy(): void } {
  let start: { x: number; y: number; pointer: number } | null = null;
  let brushing = false;
  let request = 0;
  let latest = 0;

  const place = (event: PointerEvent) => {
    const box = node.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const giveUp = () => {
    cancelAnimationFrame(request);
    request = 0;
    start = null;
    brushing = false;
    host.end();
  };
  const onDown = (event: PointerEvent) => {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    start = { ...place(event), pointer: event.pointerId };
    node.setPointerCapture(event.pointerId);
  };
  const onMove = (event: PointerEvent) => {
    const { x, y } = place(event);
    if (!start) {
      host.hover(x, y);
      return;
    }
    if (!brushing && Math.abs(y - start.y) <= CLICK) return;
    brushing = true;
    host.leave();
    latest = y;
    host.band(start.y, y);
    if (selectMode(event) !== 'replace' || request) return;
    request = requestAnimationFrame(() => {
      request = 0;
      if (start) host.select(start.y, latest, 'replace');
    });
  };
  const onUp = (event: PointerEvent) => {
    const { x, y } = place(event);
    if (!start) {
      if (event.pointerType === 'touch') host.hover(x, y);
      return;
    }
    const from = start;
    const wasBrushing = brushing;
    giveUp();
    if (wasBrushing) host.select(from.y, y, selectMode(event));
    else host.click(x, y, selectMode(event));
  };
  const onLeave = () => {
    if (!start) host.leave();
  };
  const stop = listen(node, [
    ['pointerdown', onDown],
    ['pointermove', onMove],
    ['pointerup', onUp],
    ['pointercancel', giveUp],
    ['pointerleave', onLeave],
  ]);
  return {
    giveUp,
    destroy() {
      cancelAnimationFrame(request);
      stop();
    },
  };
}
