import { type SelectMode, selectMode } from '../../chart.ts';
import { listen } from '../../listen.ts';

/** A drag over a picture, in its own pixels. */
export interface Drag {
  readonly fromX: number;
  readonly fromY: number;
  readonly x: number;
  readonly y: number;
}

export interface DragHost {
  /** Whether a drag may begin here. */
  starts(x: number, y: number): boolean;
  hover(x: number, y: number): void;
  leave(): void;
  /** While it goes on, once a frame. */
  drag(drag: Drag, mode: SelectMode): void;
  done(drag: Drag, mode: SelectMode): void;
  click(x: number, y: number, mode: SelectMode): void;
  end(): void;
}

const CLICK = 3;

/** So long a finger must rest before it drags, in ms, and how far it may stray meanwhile. */
const HOLD = 350;
const STRAY = 8;

/** Drags with a mouse or a pen; a finger scrolls the page and taps to hover, and drags once it has rested. */
export function createDrag(node: HTMLElement, host: DragHost): { giveUp(): boolean; destroy(): void } {
  let start: { x: number; y: number } | null = null;
  let dragging = false;
  let request = 0;
  let latest: PointerEvent | null = null;
  let hold = 0;
  let touched: { x: number; y: number } | null = null;

  const place = (event: PointerEvent) => {
    const box = node.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const dragOf = (event: PointerEvent): Drag => ({ fromX: start!.x, fromY: start!.y, ...place(event) });
  const giveUp = () => {
    const had = dragging;
    cancelAnimationFrame(request);
    request = 0;
    clearTimeout(hold);
    touched = null;
    start = null;
    dragging = false;
    host.end();
    return had;
  };
  const onDown = (event: PointerEvent) => {
    const { x, y } = place(event);
    if (event.button !== 0 || !event.isPrimary || !host.starts(x, y)) return;
    if (event.pointerType === 'touch') {
      touched = { x, y };
      clearTimeout(hold);
      hold = window.setTimeout(() => {
        start = { x, y };
        dragging = true;
        host.leave();
        host.drag({ fromX: x, fromY: y, x, y }, 'add');
      }, HOLD);
      return;
    }
    start = { x, y };
    node.setPointerCapture(event.pointerId);
  };
  const onMove = (event: PointerEvent) => {
    const { x, y } = place(event);
    if (touched && !start && Math.hypot(x - touched.x, y - touched.y) > STRAY) clearTimeout(hold);
    if (!start) {
      host.hover(x, y);
      return;
    }
    if (!dragging && Math.hypot(x - start.x, y - start.y) <= CLICK) return;
    if (!dragging) host.leave();
    dragging = true;
    latest = event;
    if (request) return;
    request = requestAnimationFrame(() => {
      request = 0;
      if (start && latest) host.drag(dragOf(latest), selectMode(latest));
    });
  };
  const onUp = (event: PointerEvent) => {
    const { x, y } = place(event);
    clearTimeout(hold);
    if (!start) {
      touched = null;
      if (event.pointerType === 'touch') host.hover(x, y);
      return;
    }
    const drag = dragOf(event);
    if (giveUp()) host.done(drag, selectMode(event));
    else host.click(x, y, selectMode(event));
  };
  const onLeave = () => {
    if (!start) host.leave();
  };
  /** A finger that drags neither scrolls the page nor asks for a menu. */
  const onTouch = (event: Event) => {
    if (start && touched) event.preventDefault();
  };
  const stop = listen(node, [
    ['pointerdown', onDown],
    ['pointermove', onMove],
    ['pointerup', onUp],
    ['pointercancel', giveUp],
    ['pointerleave', onLeave],
  ]);
  node.addEventListener('touchmove', onTouch, { passive: false });
  node.addEventListener('contextmenu', onTouch);
  return {
    giveUp,
    destroy() {
      cancelAnimationFrame(request);
      clearTimeout(hold);
      node.removeEventListener('touchmove', onTouch);
      node.removeEventListener('contextmenu', onTouch);
      stop();
    },
  };
}
