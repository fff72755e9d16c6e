import { select } from 'd3';
import { listen } from '../listen.ts';
import { ballPath, norm } from './ball.ts';
import type { StageOverlay } from './overlay-types.ts';
import type { SeenDisc } from './seen-disc.ts';

export interface DiscHandleHost {
  /** The disc has a horizontal radius of `rx` pixels now; told at most once a frame, and once with `done`. */
  move(rx: number, done: boolean): void;
}

/** The rim of a disc, to be dragged anywhere, and a knob on it for those who see it and for the keyboard. */
export interface DiscHandle {
  /** While the rim is held the disc stays where and as large as it is held. */
  draw(disc: SeenDisc | null, handle: StageOverlay['handle']): void;
  destroy(): void;
}

const factors: Readonly<Record<string, number>> = {
  ArrowRight: 1.02,
  ArrowUp: 1.02,
  ArrowLeft: 1 / 1.02,
  ArrowDown: 1 / 1.02,
  PageUp: 1.15,
  PageDown: 1 / 1.15,
};

/** After so many milliseconds without a key, a rim moved by keys is let go of. */
const REST = 600;
const LEAST = 1;

export function createDiscHandle(plot: HTMLElement, svg: SVGSVGElement, host: DiscHandleHost): DiscHandle {
  const group = select(svg).append('g').attr('class', 'cs-disc-handle').attr('display', 'none');
  const rim = group.append('path').attr('class', 'cs-disc-rim');
  const grip = group.append('path').attr('class', 'cs-disc-grip');
  const knob = group.append('g').attr('class', 'cs-disc-knob').attr('tabindex', 0).attr('role', 'slider');
  knob.append('circle').attr('class', 'cs-disc-knob-grip').attr('r', 16);
  knob.append('circle').attr('class', 'cs-disc-knob-dot').attr('r', 6);

  let shown: SeenDisc | null = null;
  let held: { disc: SeenDisc; offset: number; pointer: number } | null = null;
  let request = 0;
  let rest = 0;

  const paint = (disc: SeenDisc) => {
    const path = ballPath(disc.x, disc.y, disc.rx, disc.ry, disc.power);
    rim.attr('d', held ? path : null);
    grip.attr('d', path);
    knob.attr('transform', `translate(${disc.x + disc.rx},${disc.y})`);
  };
  const give = (done: boolean) => {
    cancelAnimationFrame(request);
    request = 0;
    const { rx } = held!.disc;
    if (done) {
      held = null;
      clearTimeout(rest);
      delete plot.dataset.dragging;
      rim.attr('d', null);
    }
    host.move(rx, done);
  };
  const resize = (rx: number) => {
    const { disc } = held!;
    const next = Math.max(LEAST, rx);
    held!.disc = { ...disc, rx: next, ry: (disc.ry * next) / disc.rx };
    paint(held!.disc);
    if (!request) request = requestAnimationFrame(() => held && give(false));
  };
  /** How far a pointer is from the disc's middle, as a horizontal radius. */
  const reach = (event: PointerEvent, { x, y, rx, ry, power }: SeenDisc) => {
    const box = plot.getBoundingClientRect();
    return norm(event.clientX - box.left - x, ((event.clientY - box.top - y) * rx) / ry, power);
  };

  const onDown = (event: PointerEvent) => {
    if (event.button !== 0 || !shown) return;
    if (held) give(true);
    held = { disc: shown, offset: shown.rx - reach(event, shown), pointer: event.pointerId };
    plot.dataset.dragging = 'true';
    group.node()!.setPointerCapture(event.pointerId);
  };
  const onMove = (event: PointerEvent) => {
    if (held?.pointer === event.pointerId) resize(reach(event, held.disc) + held.offset);
  };
  const onUp = (event: PointerEvent) => {
    if (held?.pointer === event.pointerId) give(true);
  };
  const onKey = (event: KeyboardEvent) => {
    const letGo = held !== null && (event.key === 'Enter' || event.key === ' ');
    const factor = factors[event.key];
    if (!letGo && (factor === undefined || event.ctrlKey || event.metaKey || event.altKey)) return;
    event.preventDefault();
    event.stopPropagation();
    if (letGo) return give(true);
    if (!held && shown) held = { disc: shown, offset: 0, pointer: -1 };
    if (!held || factor === undefined) return;
    resize(held.disc.rx * factor ** (event.shiftKey ? 5 : 1));
    clearTimeout(rest);
    rest = window.setTimeout(() => held && give(true), REST);
  };
  const onBlur = () => {
    if (held?.pointer === -1) give(true);
  };

  const node = group.node()!;
  const stop = listen(node, [
    ['pointerdown', onDown],
    ['pointermove', onMove],
    ['pointerup', onUp],
    ['pointercancel', onUp],
    ['keydown', onKey],
    ['focusout', onBlur],
  ]);

  return {
    draw(disc, handle) {
      shown = disc;
      group.attr('display', disc && handle ? null : 'none');
      if (!disc || !handle) return;
      knob
        .attr('aria-label', handle.name)
        .attr('aria-valuemin', 0)
        .attr('aria-valuenow', handle.value)
        .attr('aria-valuetext', handle.text);
      paint(held?.disc ?? disc);
    },
    destroy() {
      cancelAnimationFrame(request);
      clearTimeout(rest);
      stop();
    },
  };
}
