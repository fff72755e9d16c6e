import './small-scatter.css';
import { select } from 'd3';
import { type Chart, pixelRatio, type ThemeColors, themeColors, watchLook, watchSize } from '../chart.ts';
import { drawNever, drawSoon } from '../figure/draw-queue.ts';
import { asVector } from '../figure/vector.ts';
import { markOpacity, markRadius } from '../stage/layout.ts';
import { layOutMarks, type Marks } from '../stage/marks.ts';
import type { MarkLook, View } from '../stage/point-layer.ts';
import { createPointLayerRaster } from '../stage/point-layer-raster.ts';
import { circlesSvg } from './circles.ts';
import { smallPlaces } from './places.ts';
import { createSharedZoom } from './shared-zoom.ts';
import type { SmallScatterCallbacks, SmallScatterData } from './types.ts';

/** As near as this, CSS pixels, the pointer has to come to a point. */
const REACH = 12;
const nobody = new Int32Array(0);
const marksOf = (data: SmallScatterData) => layOutMarks({ ...data, shapeOf: null, changed: nobody });

/**
 * A small picture of points, one of several of the same rows. Points are laid pixel by pixel: a page has more of these
 * pictures than a browser has contexts of a GPU.
 */
export function createSmallScatter(node: HTMLElement, callbacks: SmallScatterCallbacks = {}): Chart<SmallScatterData> {
  const root = select(node).append('div').attr('class', 'cs-small');
  const picture = root.append('div').attr('class', 'cs-small-picture').attr('role', 'img');
  const ring = root.append('svg').attr('aria-hidden', 'true').append('circle').attr('class', 'cs-small-hover');
  const layer = createPointLayerRaster();
  picture.node()!.append(layer.canvas);
  layer.canvas.setAttribute('aria-hidden', 'true');
  const zoom = callbacks.onView ? createSharedZoom(root.node()!, (view) => callbacks.onView?.(view)) : null;
  let data: SmallScatterData | null = null;
  let marks: Marks | null = null;
  let size: readonly [width: number, height: number] = [0, 0];
  let theme: ThemeColors | null = null;

  const pixels = (): View => {
    const { k, x, y } = data!.view;
    return { k, x: x * size[0], y: y * size[1] };
  };

  const lookOf = ({ x, palette, view }: SmallScatterData, colors: ThemeColors): MarkLook => {
    const area = size[0] * size[1];
    const radius = markRadius(x.length, area, view.k);
    return { radius, opacity: markOpacity(x.length, area, view.k, radius), palette, colors };
  };

  asVector(layer.canvas, {
    count: () => data?.x.length ?? 0,
    markup() {
      if (!data || size[0] < 1 || size[1] < 1) return '';
      const { places } = smallPlaces(data.x, data.y, ...size);
      const look = lookOf(data, theme ?? themeColors(root.node()!));
      return circlesSvg(places, marks ?? marksOf(data), look, pixels(), size);
    },
  });

  function drawRing(): void {
    const { hovered } = data!;
    const { toX, toY } = smallPlaces(data!.x, data!.y, ...size).places;
    const { k, x, y } = pixels();
    const there = hovered !== null && hovered < toX.length;
    ring.attr('display', there ? null : 'none');
    if (!there) return;
    ring
      .attr('cx', toX[hovered]! * k + x)
      .attr('cy', toY[hovered]! * k + y)
      .attr('r', markRadius(toX.length, size[0] * size[1], k) + 3.5);
  }

  function draw(): void {
    if (!data || size[0] < 1 || size[1] < 1) return;
    const [width, height] = size;
    const { x, y } = data;
    theme ??= themeColors(root.node()!);
    marks ??= marksOf(data);
    layer.look(lookOf(data, theme));
    layer.set(smallPlaces(x, y, width, height).places, marks);
    layer.draw(pixels(), 1);
    drawRing();
  }

  const stopSize = watchSize(node, (width, height) => {
    size = [width, height];
    layer.resize(Math.max(1, width), Math.max(1, height), pixelRatio());
    zoom?.resize(Math.max(1, width), Math.max(1, height));
    drawSoon(draw);
  });
  const stopLook = watchLook(() => {
    theme = null;
    layer.resize(Math.max(1, size[0]), Math.max(1, size[1]), pixelRatio());
    drawSoon(draw);
  });

  function onPointer(event: PointerEvent): void {
    if (!callbacks.onHover || !data || event.buttons) return;
    const frame = root.node()!.getBoundingClientRect();
    const view = pixels();
    const places = smallPlaces(data.x, data.y, ...size);
    const row = places.finder().nearest(event.clientX - frame.left, event.clientY - frame.top, REACH, view);
    const { toX, toY } = places.places;
    if (row === null) callbacks.onHover(null, 0, 0);
    else callbacks.onHover(row, frame.left + toX[row]! * view.k + view.x, frame.top + toY[row]! * view.k + view.y);
  }
  root.on('pointermove', onPointer).on('pointerleave', () => callbacks.onHover?.(null, 0, 0));

  return {
    update(next) {
      const before = data;
      data = next;
      picture.attr('aria-label', next.summary);
      zoom?.show(next.view);
      const changed =
        before && (Object.keys(next) as (keyof SmallScatterData)[]).filter((key) => next[key] !== before[key]);
      if (changed?.every((key) => key === 'hovered' || key === 'summary')) {
        if (changed.includes('hovered') && size[0] > 0) drawRing();
        return;
      }
      if (!changed || changed.some((key) => key !== 'view' && key !== 'hovered' && key !== 'summary')) marks = null;
      drawSoon(draw);
    },
    destroy() {
      drawNever(draw);
      stopSize();
      stopLook();
      zoom?.destroy();
      layer.destroy();
      root.remove();
    },
  };
}
