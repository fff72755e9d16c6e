import './silhouette.css';
import { scaleLinear, select } from 'd3';
import { type Chart, frameScheduler, pixelRatio, selectMode, themeColors, watchLook, watchSize } from '../chart.ts';
import { drawBars } from './bars.ts';
import { createBrush } from './brush.ts';
import { layOutSilhouette, placeAt, rowsBetween, type SilhouetteLayout, topOf } from './layout.ts';
import { createMarks, type SilhouetteBox } from './marks.ts';
import type { SilhouetteCallbacks, SilhouetteData } from './types.ts';

/** Room for the cluster numbers, the mean's label, the ticks. */
const MARGIN = { left: 20, top: 22, right: 4, bottom: 20 };
const GAP = 6;

/** Silhouettes of every row, stacked by cluster; a vertical brush selects rows. It fills `node`. */
export function createSilhouette(node: HTMLElement, callbacks: SilhouetteCallbacks = {}): Chart<SilhouetteData> {
  const root = select(node)
    .append('div')
    .attr('class', 'cs-silhouette')
    .attr('role', 'group')
    .attr('tabindex', 0)
    .node()!;
  const canvas = select(root).append('canvas').attr('aria-hidden', 'true').node()!;
  const svg = select(root).append('svg').attr('aria-hidden', 'true').node()!;
  const empty = select(root).append('p').attr('class', 'cs-silhouette-empty');
  const context = canvas.getContext('2d')!;
  const marks = createMarks(svg);

  let data: SilhouetteData | null = null;
  let layout: SilhouetteLayout | null = null;
  let box: SilhouetteBox = { left: 0, top: 0, width: 1, height: 1 };
  let x = scaleLinear();
  let placeOf: Int32Array = new Int32Array(0);
  let colors = themeColors(root);
  let told: number | null = null;
  let size = { width: 0, height: 0 };

  function layOut(): void {
    const { width, height } = size;
    box = {
      left: MARGIN.left,
      top: MARGIN.top,
      width: Math.max(1, width - MARGIN.left - MARGIN.right),
      height: Math.max(1, height - MARGIN.top - MARGIN.bottom),
    };
    const pixels = { width: Math.round(width * pixelRatio()), height: Math.round(height * pixelRatio()) };
    // Setting a size, even the same one, makes the browser throw the canvas away.
    if (canvas.width !== pixels.width || canvas.height !== pixels.height) Object.assign(canvas, pixels);
    layout = null;
    if (!data?.values) return;
    layout = layOutSilhouette(data.values, data.labels, data.colorOf, box.height, GAP);
    x = scaleLinear([layout.low, 1], [0, box.width]);
    placeOf = new Int32Array(data.values.length).fill(-1);
    layout.order.forEach((row, place) => {
      placeOf[row] = place;
    });
  }

  function draw(): void {
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    empty.style('display', layout ? 'none' : '').text(data?.emptyText ?? 'Not defined for one cluster');
    select(svg).style('display', layout ? '' : 'none');
    if (!data?.values || !layout) {
      marks.clear();
      return;
    }
    const ratio = pixelRatio();
    context.setTransform(ratio, 0, 0, ratio, box.left * ratio, box.top * ratio);
    drawBars(context, layout, data.values, { palette: data.palette, colors, selection: data.selection, x });
    marks.draw(layout, box, x, data.mean);
    drawHover();
  }

  function drawHover(): void {
    const place = data?.hovered == null ? -1 : (placeOf[data.hovered] ?? -1);
    if (!layout || !data?.values || place < 0) {
      marks.hover(null);
      return;
    }
    const value = data.values[data.hovered!]!;
    const height = Math.max(3, layout.rowHeight);
    const middle = box.top + topOf(layout, place) + layout.rowHeight / 2;
    marks.hover({
      x: box.left + x(Math.min(0, value)) - 1,
      y: middle - height / 2 - 0.5,
      width: Math.abs(x(value) - x(0)) + 2,
      height: height + 1,
    });
  }

  const scheduler = frameScheduler(draw);

  function tell(row: number | null): void {
    if (row === told) return;
    told = row;
    if (row === null || !layout || !data?.values) {
      callbacks.onHover?.(null, 0, 0);
      return;
    }
    const bounds = root.getBoundingClientRect();
    const y = box.top + topOf(layout, placeOf[row]!) + layout.rowHeight / 2;
    callbacks.onHover?.(row, bounds.left + box.left + x(data.values[row]!), bounds.top + y);
  }

  const brush = createBrush(root, {
    hover(_, y) {
      const place = layout ? placeAt(layout, y - box.top) : null;
      tell(place === null ? null : layout!.order[place]!);
    },
    leave: () => tell(null),
    band(y0, y1) {
      const [from, to] = [Math.max(box.top, Math.min(y0, y1)), Math.min(box.top + box.height, Math.max(y0, y1))];
      marks.brush({ y: from, height: Math.max(0, to - from) }, box);
    },
    select(y0, y1, mode) {
      if (layout) callbacks.onSelect?.(rowsBetween(layout, y0 - box.top, y1 - box.top), mode);
    },
    click(px, y, mode) {
      const place = layout ? placeAt(layout, y - box.top) : null;
      if (!layout || place === null) return;
      const block = layout.blocks.find(({ last }) => place < last)!;
      // On the cluster's number: the whole cluster.
      const rows =
        px < box.left ? layout.order.slice(block.first, block.last).sort() : layout.order.slice(place, place + 1);
      callbacks.onSelect?.(rows, mode);
    },
    end: () => marks.brush(null, box),
  });

  function onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      brush.giveUp();
      tell(null);
      callbacks.onClearSelection?.();
      return;
    }
    if (!layout || layout.order.length === 0 || event.ctrlKey || event.metaKey) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const place = told === null ? -1 : placeOf[told]!;
    if (step) {
      const next = place < 0 ? 0 : Math.min(layout.order.length - 1, Math.max(0, place + step));
      tell(layout.order[next]!);
    } else if (event.key === 'Enter' && place >= 0) {
      callbacks.onSelect?.(layout.order.slice(place, place + 1), selectMode(event));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
  root.addEventListener('keydown', onKey);

  const again = () => {
    layOut();
    scheduler.schedule();
    scheduler.flush();
  };
  // Kept from the observer: to ask in the middle of an update would make the browser lay the page out anew.
  const stopSize = watchSize(root, (width, height) => {
    size = { width, height };
    again();
  });
  const stopLook = watchLook(() => {
    colors = themeColors(root);
    again();
  });

  return {
    update(next) {
      const stale =
        data?.values !== next.values || data?.labels !== next.labels || data?.colorOf !== next.colorOf || !layout;
      data = next;
      const mean = next.mean === null ? '' : `, mean ${next.mean.toFixed(2)}`;
      root.setAttribute('aria-label', `Silhouette of every row by cluster${mean}`);
      if (stale) layOut();
      scheduler.schedule();
    },
    destroy() {
      stopSize();
      stopLook();
      scheduler.cancel();
      brush.destroy();
      root.remove();
    },
  };
}
