import './stage.css';
import { frameScheduler, pixelRatio, prefersReducedMotion, themeColors, watchLook, watchSize } from '../chart.ts';
import { createAxes, labelRoom } from './axes.ts';
import { createCenterDrag } from './center-drag.ts';
import { createCenterMovement } from './center-movement.ts';
import { createCenters, type PlacedCenter } from './centers.ts';
import { createFrame } from './frame.ts';
import { createKeys } from './keys.ts';
import { createGestures, startsLasso } from './lasso.ts';
import { markOpacity, markRadius, plotBox } from './layout.ts';
import { layOutMarks, type Marks } from './marks.ts';
import { GLIDE, MORPH } from './motion.ts';
import { createMovement } from './movement.ts';
import { type PointFinder, pointFinder } from './point-finder.ts';
import { createPointLayer2d } from './point-layer-2d.ts';
import { createRegions } from './regions.ts';
import { createScales, type Domains, domainsFor, IDENTITY, placesOf, type Scales } from './scales.ts';
import { createPointer, type PlacedSpoke } from './spokes.ts';
import type { Stage, StageCallbacks, StageData } from './types.ts';
import { createZoom } from './zoom.ts';

/** The pointer finds a point this far away, CSS pixels. */
const REACH = 24;

/** The stage: points, regions and centres in a plane that zooms. It fills `node`, which must have a size. */
export function createStage(node: HTMLElement, callbacks: StageCallbacks = {}): Stage {
  const frame = createFrame(node);
  const layer = createPointLayer2d();
  layer.canvas.setAttribute('aria-hidden', 'true');
  frame.picture.append(layer.canvas);
  const axes = createAxes(frame.axes);
  const regions = createRegions(frame.back);
  const pointer = createPointer(frame.front);
  const centers = createCenters(frame.front, callbacks.onCenterDrag !== undefined);
  const points = createMovement();
  const centerMovement = createCenterMovement();

  let data: StageData | null = null;
  let colors = themeColors(frame.root);
  let box = plotBox(0, 0, 0);
  let domains: Domains | null = null;
  let scales: Scales = createScales({ x: [0, 1], y: [0, 1] }, box, false);
  let marks: Marks | null = null;
  let finder: PointFinder | null = null;
  let hoveredByPointer: number | null = null;
  let axesStale = true;
  let placed: PlacedCenter[] = [];

  const scheduler = frameScheduler(draw);
  const zoom = createZoom(
    frame.plot,
    (event) => !isHandle(event) && !startsLasso(event as MouseEvent, data?.tool ?? 'pan'),
    () => {
      axesStale = true;
      scheduler.schedule();
    },
  );

  function isHandle(event: Event): boolean {
    return event.target instanceof Element && event.target.closest('.cs-center[role=button]') !== null;
  }

  function draw(now: number): void {
    if (!data || box.width <= 1 || box.height <= 1) return;
    const { palette } = data;
    const view = zoom.view;
    const n = data.x.length;
    const area = box.width * box.height;
    const radius = markRadius(n, area, view.k);
    layer.look({ radius, opacity: markOpacity(n, area, view.k, radius), palette, colors });
    layer.draw(view, points.progress(now));
    placed = centerMovement.placed(now);
    centers.draw(placed, view, palette, colors.noise);
    const row = data.hovered;
    pointer.draw(row === null || row >= n ? null : points.at(row, now), spokes(), view, palette, colors.noise);
    if (axesStale) {
      axesStale = false;
      regions.draw(view);
      const titles = { x: data.axes.x.title, y: data.axes.y.title };
      axes.draw(scales, box, view, titles, data.regions.length === 0);
    }
    if (points.running || centerMovement.running) scheduler.schedule();
  }

  /** A spoke ends where its centre is seen, even while that glides. */
  function spokes(): PlacedSpoke[] {
    if (!data?.spokes || data.spokes.row !== data.hovered) return [];
    return data.spokes.to.map(({ x, y, slot, nearest }) => {
      const own = placed.find(({ center }) => center.slot === slot && center.x === x && center.y === y);
      return { x: own ? own.x : scales.x(x), y: own ? own.y : scales.y(y), slot, nearest };
    });
  }

  /** Sends everything to its place; `duration` 0 jumps. */
  function move(next: StageData, duration: number, seen = IDENTITY): void {
    const now = performance.now();
    const moved = points.moveTo(placesOf(next.x, scales.x), placesOf(next.y, scales.y), now, duration, seen);
    if (moved) finder = null;
    centerMovement.moveTo(next.centers, scales, now, Math.min(duration, duration === MORPH ? MORPH : GLIDE), seen);
    regions.set(next.regions, scales, next.palette, colors.noise);
    if (marks) layer.set(points.places, marks);
    axesStale = true;
    scheduler.schedule();
  }

  function layOut(): void {
    const { clientWidth, clientHeight } = frame.root;
    box = plotBox(clientWidth, clientHeight, domains ? labelRoom(scales.y, clientHeight) : 0);
    if (domains) scales = createScales(domains, box, data?.axes.equal ?? false);
    Object.assign(frame.plot.style, {
      left: `${box.left}px`,
      top: `${box.top}px`,
      width: `${box.width}px`,
      height: `${box.height}px`,
    });
    layer.resize(box.width, box.height, pixelRatio());
    zoom.resize(box.width, box.height);
    finder = null;
  }

  function update(next: StageData): void {
    const before = data;
    data = next;
    const sameView = before?.axes.key === next.axes.key && before.x.length === next.x.length;
    const nextDomains = domainsFor(next.x, next.y, sameView ? domains : null);
    const animate = next.animate && before !== null && !prefersReducedMotion();
    if (nextDomains !== domains || before?.axes.equal !== next.axes.equal) {
      domains = nextDomains;
      scales = createScales(domains, box, next.axes.equal ?? false);
      layOut();
    }
    if (!before || marksDiffer(before, next)) marks = layOutMarks(next);
    frame.picture.setAttribute('aria-label', next.summary);
    frame.plot.dataset.tool = next.tool;
    const seen = sameView ? IDENTITY : zoom.view;
    if (!sameView) zoom.reset(true);
    move(next, animate ? (sameView ? GLIDE : MORPH) : 0, seen);
  }

  function hover(row: number | null): void {
    if (row === hoveredByPointer) return;
    hoveredByPointer = row;
    const at = row === null ? null : locate(row);
    callbacks.onHover?.(at ? row : null, at?.clientX ?? 0, at?.clientY ?? 0);
  }

  function locate(row: number): { clientX: number; clientY: number } | null {
    if (!data || !(row >= 0 && row < data.x.length)) return null;
    const [px, py] = points.at(row, performance.now());
    const { k, x, y } = zoom.view;
    const [left, top] = [px * k + x, py * k + y];
    if (!(left >= 0 && top >= 0 && left <= box.width && top <= box.height)) return null;
    const plot = frame.plot.getBoundingClientRect();
    return { clientX: plot.left + left, clientY: plot.top + top };
  }

  const find = (): PointFinder => {
    finder ??= pointFinder(points.places, box.width, box.height);
    return finder;
  };

  const gestures = createGestures(frame.plot, frame.front, {
    tool: () => data?.tool ?? 'pan',
    hoverAt(x, y) {
      hover(find().nearest(x, y, REACH, zoom.view));
    },
    leave: () => hover(null),
    lasso(outline, mode) {
      callbacks.onSelect?.(find().inside(outline, zoom.view), mode);
    },
    pick(x, y, mode) {
      const row = find().nearest(x, y, REACH, zoom.view);
      if (row !== null) callbacks.onSelect?.(Int32Array.of(row), mode);
    },
  });

  const drag = createCenterDrag(frame.plot, centers.handles, {
    where(label) {
      const own = placed.find(({ center }) => center.label === label);
      const { k, x, y } = zoom.view;
      return own ? [own.x * k + x, own.y * k + y] : null;
    },
    size: () => [box.width, box.height],
    step: () => [(box.width * zoom.view.k) / 100, (box.height * zoom.view.k) / 100],
    move(label, x, y, done) {
      const { k, x: tx, y: ty } = zoom.view;
      const [px, py] = [(x - tx) / k, (y - ty) / k];
      centerMovement.hold(label, px, py);
      scheduler.schedule();
      callbacks.onCenterDrag?.(label, scales.x.invert(px), scales.y.invert(py), done);
    },
  });

  const stopKeys = createKeys(frame.root, {
    zoomBy: (factor) => zoom.by(factor),
    resetZoom: () => zoom.reset(),
    escape() {
      if (gestures.giveUp()) return;
      hover(null);
      callbacks.onClearSelection?.();
    },
    enter() {
      hover(find().nearest(box.width / 2, box.height / 2, Number.POSITIVE_INFINITY, zoom.view));
    },
    step(dx, dy) {
      if (hoveredByPointer === null) return false;
      hover(find().next(hoveredByPointer, dx, dy) ?? hoveredByPointer);
      return true;
    },
    select(event) {
      if (hoveredByPointer === null) return false;
      callbacks.onSelect?.(
        Int32Array.of(hoveredByPointer),
        event.shiftKey ? 'add' : event.altKey ? 'remove' : 'replace',
      );
      return true;
    },
  });

  const stopSize = watchSize(frame.root, () => {
    layOut();
    if (data) move(data, 0);
    scheduler.flush();
  });
  const stopLook = watchLook(() => {
    colors = themeColors(frame.root);
    layOut();
    if (data) move(data, 0);
  });

  return {
    update,
    locate,
    resetZoom: () => zoom.reset(),
    destroy() {
      stopSize();
      stopLook();
      stopKeys();
      gestures.destroy();
      drag.destroy();
      zoom.destroy();
      scheduler.cancel();
      layer.destroy();
      frame.root.remove();
    },
  };
}

/** Whether the look or order of marks could have changed. */
function marksDiffer(a: StageData, b: StageData): boolean {
  const keys = ['labels', 'colorOf', 'shapeOf', 'changed', 'selection', 'palette'] as const;
  return keys.some((key) => a[key] !== b[key]);
}
