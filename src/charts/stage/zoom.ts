import { select, type ZoomTransform, zoom, zoomIdentity } from 'd3';
import { prefersReducedMotion } from '../chart.ts';
import { GLIDE } from './motion.ts';
import type { View } from './point-layer.ts';

/** Zoom and pan of the plot. */
export interface Zoom {
  readonly view: View;
  /** The plot's size changed: the same part stays in view. */
  resize(width: number, height: number): void;
  /** To the whole picture; smoothly unless `at once` or motion is not wanted. */
  reset(atOnce?: boolean): void;
  /** Zooms by a factor around a place of the plot, by default its middle. */
  by(factor: number, around?: readonly [x: number, y: number]): void;
  /** Moves the picture at once so that a place of the plot, CSS pixels, is in view: where it is not, to the middle. */
  bring(x: number, y: number): void;
  destroy(): void;
}

/** How far one can zoom out and in, and how long a step of it takes, ms. */
const LEAST = 0.5;
const MOST = 80;
const STEP = 150;

const moved = ({ k, x, y }: View) => k !== 1 || x !== 0 || y !== 0;

/** @param pans whether this press of the mouse or finger may move the picture. */
export function createZoom(plot: HTMLElement, pans: (event: Event) => boolean, onView: () => void): Zoom {
  let view: ZoomTransform = zoomIdentity;
  /** Where a movement under way ends: what is asked for meanwhile goes on from there, so that no key pressed in haste is lost. */
  let aim: ZoomTransform = zoomIdentity;
  let width = 1;
  let height = 1;
  const selection = select<HTMLElement, unknown>(plot);
  const behavior = zoom<HTMLElement, unknown>()
    .scaleExtent([LEAST, MOST])
    .clickDistance(4)
    .filter((event: Event) => {
      if (event.type === 'wheel') return true;
      if ((event as MouseEvent).button) return false;
      // One finger on the whole picture scrolls the page; two zoom it, and then one moves it.
      if ('touches' in event && (event as TouchEvent).touches.length === 1 && !moved(view)) return false;
      return pans(event);
    })
    .on('zoom', (event: { transform: ZoomTransform; sourceEvent: Event | null }) => {
      view = event.transform;
      if (event.sourceEvent) aim = view;
      plot.dataset.zoomed = String(moved(view));
      onView();
    });
  selection.call(behavior).on('dblclick.zoom', null);

  const move = (target: ZoomTransform, atOnce: boolean, duration = GLIDE) => {
    selection.interrupt();
    aim = target;
    if (atOnce || prefersReducedMotion()) selection.call(behavior.transform, target);
    else selection.transition().duration(duration).call(behavior.transform, target);
  };

  /** Where a place of the plot will be when the movement under way has ended. */
  const ahead = ([x, y]: readonly [number, number]): [number, number] => aim.apply(view.invert([x, y]));

  /** `aim` times `factor` with (x, y) where it is, as far as the extents let it. */
  function scaled(factor: number, [x, y]: readonly [number, number]): ZoomTransform {
    const k = Math.min(MOST, Math.max(LEAST, aim.k * factor));
    const share = k / aim.k;
    const target = zoomIdentity.translate(x - (x - aim.x) * share, y - (y - aim.y) * share).scale(k);
    const whole: [[number, number], [number, number]] = [
      [0, 0],
      [width, height],
    ];
    return behavior.constrain()(target, whole, behavior.translateExtent());
  }
  const reset = (atOnce = false) => move(zoomIdentity, atOnce);
  const onDouble = (event: MouseEvent) => {
    event.preventDefault();
    reset();
  };
  plot.addEventListener('dblclick', onDouble);

  return {
    get view() {
      return view;
    },
    resize(nextWidth, nextHeight) {
      const { k, x, y } = aim;
      const target = zoomIdentity.translate((x * nextWidth) / width, (y * nextHeight) / height).scale(k);
      width = nextWidth;
      height = nextHeight;
      behavior.extent([
        [0, 0],
        [width, height],
      ]);
      behavior.translateExtent([
        [-width / 2, -height / 2],
        [width * 1.5, height * 1.5],
      ]);
      if (moved(aim)) move(target, true);
    },
    reset,
    by(factor, around) {
      move(scaled(factor, around ? ahead(around) : [width / 2, height / 2]), false, STEP);
    },
    bring(x, y) {
      if (x >= 0 && y >= 0 && x <= width && y <= height) return;
      move(zoomIdentity.translate(view.x + width / 2 - x, view.y + height / 2 - y).scale(view.k), true);
    },
    destroy() {
      selection.interrupt().on('.zoom', null);
      plot.removeEventListener('dblclick', onDouble);
    },
  };
}
