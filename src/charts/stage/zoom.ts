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

const moved = ({ k, x, y }: View) => k !== 1 || x !== 0 || y !== 0;

/** @param pans whether this press of the mouse or finger may move the picture. */
export function createZoom(plot: HTMLElement, pans: (event: Event) => boolean, onView: () => void): Zoom {
  let view: ZoomTransform = zoomIdentity;
  let width = 1;
  let height = 1;
  const selection = select<HTMLElement, unknown>(plot);
  const behavior = zoom<HTMLElement, unknown>()
    .scaleExtent([0.5, 80])
    .clickDistance(4)
    .filter((event: Event) => {
      if (event.type === 'wheel') return true;
      if ((event as MouseEvent).button) return false;
      // One finger on the whole picture scrolls the page; two zoom it, and then one moves it.
      if ('touches' in event && (event as TouchEvent).touches.length === 1 && !moved(view)) return false;
      return pans(event);
    })
    .on('zoom', (event: { transform: ZoomTransform }) => {
      view = event.transform;
      plot.dataset.zoomed = String(moved(view));
      onView();
    });
  selection.call(behavior).on('dblclick.zoom', null);

  const move = (target: ZoomTransform, atOnce: boolean) => {
    selection.interrupt();
    if (atOnce || prefersReducedMotion()) selection.call(behavior.transform, target);
    else selection.transition().duration(GLIDE).call(behavior.transform, target);
  };
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
      const { k, x, y } = view;
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
      if (moved(view)) move(target, true);
    },
    reset,
    by(factor, around) {
      selection.interrupt();
      const point: [number, number] = around ? [...around] : [width / 2, height / 2];
      if (prefersReducedMotion()) selection.call(behavior.scaleBy, factor, point);
      else selection.transition().duration(150).call(behavior.scaleBy, factor, point);
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
