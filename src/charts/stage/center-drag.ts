import { listen } from '../listen.ts';
/** Whether an event's target is a handle: a centre's, or the rim of a disc. */
export function isHandle(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.cs-center, .cs-disc-handle') !== null;
}

/** A centre that is being moved. Coordinates are plot pixels, zoom included. */
export interface CenterDragHost {
  /** Where a centre is now. */
  where(label: number): readonly [number, number] | null;
  /** The size of the plot. */
  size(): readonly [number, number];
  /** Pixels of 1 % of either domain. */
  step(): readonly [number, number];
  move(label: number, x: number, y: number, done: boolean): void;
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** After so many milliseconds without a key, a centre moved by keys is let go of. */
const REST = 600;

/** Pixels that a press may wander and still be no drag: a tap on a centre leaves it where it is. */
const SLOP = 3;

/** Drags centres by pointer and by arrow keys. Moves are given at most once a frame. */
export function createCenterDrag(plot: HTMLElement, handles: SVGGElement, host: CenterDragHost) {
  let held: { label: number; x: number; y: number; dx: number; dy: number; pointer: number; moved: boolean } | null =
    null;
  let request = 0;
  let rest = 0;

  const labelOf = (target: EventTarget | null) => {
    const handle = target instanceof Element ? target.closest<SVGGElement>('.cs-center') : null;
    return handle ? Number(handle.dataset.label) : null;
  };
  const clamp = (v: number, limit: number) => Math.min(limit, Math.max(0, v));
  const give = (done: boolean) => {
    cancelAnimationFrame(request);
    request = 0;
    const { label, x, y, moved } = held!;
    if (done) {
      held = null;
      clearTimeout(rest);
      delete plot.dataset.dragging;
    }
    if (moved) host.move(label, x, y, done);
  };
  const moveTo = (x: number, y: number) => {
    const [width, height] = host.size();
    held!.x = clamp(x, width);
    held!.y = clamp(y, height);
    held!.moved = true;
    if (!request) request = requestAnimationFrame(() => held && give(false));
  };

  const onDown = (event: PointerEvent) => {
    const label = labelOf(event.target);
    if (label === null || event.button !== 0) return;
    if (held) give(true);
    const at = host.where(label);
    if (!at) return;
    const box = plot.getBoundingClientRect();
    const [x, y] = at;
    held = {
      label,
      x,
      y,
      dx: x - (event.clientX - box.left),
      dy: y - (event.clientY - box.top),
      pointer: event.pointerId,
      moved: false,
    };
    plot.dataset.dragging = 'true';
    handles.setPointerCapture(event.pointerId);
  };
  const onMove = (event: PointerEvent) => {
    if (held?.pointer !== event.pointerId) return;
    const box = plot.getBoundingClientRect();
    const x = event.clientX - box.left + held.dx;
    const y = event.clientY - box.top + held.dy;
    if (held.moved || Math.hypot(x - held.x, y - held.y) > SLOP) moveTo(x, y);
  };
  const onUp = (event: PointerEvent) => {
    if (held?.pointer === event.pointerId) give(true);
  };
  const onKey = (event: KeyboardEvent) => {
    const label = labelOf(event.target);
    const arrow = arrows[event.key];
    if (label === null) return;
    if (held && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      event.stopPropagation();
      give(true);
    }
    if (!arrow || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (held && held.label !== label) give(true);
    if (!held) {
      const at = host.where(label);
      if (!at) return;
      held = { label, x: at[0], y: at[1], dx: 0, dy: 0, pointer: -1, moved: false };
    }
    const [stepX, stepY] = host.step();
    const times = event.shiftKey ? 5 : 1;
    moveTo(held.x + arrow[0] * stepX * times, held.y + arrow[1] * stepY * times);
    clearTimeout(rest);
    rest = window.setTimeout(() => held && give(true), REST);
  };
  const onBlur = () => {
    if (held?.pointer === -1) give(true);
  };

  const stop = listen(handles, [
    ['pointerdown', onDown],
    ['pointermove', onMove],
    ['pointerup', onUp],
    ['pointercancel', onUp],
    ['keydown', onKey],
    ['focusout', onBlur],
  ]);
  return {
    destroy() {
      cancelAnimationFrame(request);
      clearTimeout(rest);
      stop();
    },
  };
}
