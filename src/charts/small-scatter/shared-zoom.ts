import { select, type ZoomTransform, zoom, zoomIdentity } from 'd3';
import { type SharedView, WHOLE } from './types.ts';

/** Zoom and pan of one of several pictures that show the same part. */
export interface SharedZoom {
  /** Shows this part; tells nobody. */
  show(view: SharedView): void;
  resize(width: number, height: number): void;
  destroy(): void;
}

const isMoved = ({ k, x, y }: SharedView) => k !== 1 || x !== 0 || y !== 0;

/**
 * The wheel zooms with Ctrl (a pinch on a trackpad says so too): without it the page scrolls. A zoomed picture can be moved by
 * drag; by touch two fingers zoom and move it, for one alone has to scroll past pictures that fill a phone.
 * @param onView is told of what the reader did, in shares of the box
 */
export function createSharedZoom(node: HTMLElement, onView: (view: SharedView) => void): SharedZoom {
  let view: SharedView = WHOLE;
  let [width, height] = [1, 1];
  let silent = false;
  const selection = select<HTMLElement, unknown>(node);
  const behavior = zoom<HTMLElement, unknown>()
    .scaleExtent([1, 60])
    .clickDistance(4)
    .filter((event: Event) => {
      if (event.type === 'wheel') return (event as WheelEvent).ctrlKey || (event as WheelEvent).metaKey;
      if ((event as MouseEvent).button) return false;
      if ('touches' in event) return (event as TouchEvent).touches.length > 1;
      return isMoved(view);
    })
    .on('zoom', ({ transform: { k, x, y } }: { transform: ZoomTransform }) => {
      view = { k, x: x / width, y: y / height };
      node.dataset.zoomed = String(isMoved(view));
      if (!silent) onView(view);
    });
  selection.call(behavior).on('dblclick.zoom', null);

  function show(next: SharedView): void {
    silent = true;
    selection.call(behavior.transform, zoomIdentity.translate(next.x * width, next.y * height).scale(next.k));
    silent = false;
  }

  return {
    show(next) {
      if (next.k !== view.k || next.x !== view.x || next.y !== view.y) show(next);
    },
    resize(nextWidth, nextHeight) {
      const before = view;
      [width, height] = [nextWidth, nextHeight];
      const whole: [[number, number], [number, number]] = [
        [0, 0],
        [width, height],
      ];
      behavior.extent(whole).translateExtent(whole);
      show(before);
    },
    destroy() {
      selection.on('.zoom', null);
    },
  };
}
