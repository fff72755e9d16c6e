import './stage.css';
import { frameScheduler, pixelRatio, prefersReducedMotion, themeColors, watchLook, watchSize } from '../chart.ts';
import { createAxes, labelRoom } from './axes.ts';
import { createCenterDrag, isHandle } from './center-drag.ts';
import { createCenterMovement } from './center-movement.ts';
import { createCenters, type PlacedCenter } from './centers.ts';
import { createDiscHandle } from './disc-handle.ts';
import { createFrame } from './frame.ts';
import { startsLasso } from './lasso.ts';
import { markOpacity, markRadius, plotBox } from './layout.ts';
import { layOutMarks, type Marks } from './marks.ts';
import { GLIDE, MORPH } from './motion.ts';
import { createMovement } from './movement.ts';
import { createOverlay } from './overlay.ts';
import { BESIDE_PICTURES, createPictures } from './pictures.ts';
import { type PointFinder, pointFinder } from './point-finder.ts';
import { createPointing } from './pointing.ts';
import { createPoints } from './points.ts';
import { createRegionMovement } from './region-movement.ts';
import { createRegions } from './regions.ts';
import { createScales, type Domains, domainsFor, IDENTITY, placesOf, type Scales } from './scales.ts';
import { pixelsPerUnit, seenDisc } from './seen-disc.ts';
import { createPointer, placeAround, placeSpokes } from './spokes.ts';
import type { Stage, StageCallbacks, StageData } from './types.ts';
import { createZoom } from './zoom.ts';

/** The stage: points, regions and centres in a plane that zooms. It fills `node`, which must have a size. */
export function createStage(node: HTMLElement, callbacks: StageCallbacks = {}): Stage {
  const frame = createFrame(node);
  const axes = createAxes(frame.axes);
  const regions = createRegions(frame.back);
  const regionMovement = createRegionMovement();
  const pointer = createPointer(frame.front);
  const centers = createCenters(frame.front);
  const pointMovement = createMovement();
  const centerMovement = createCenterMovement();
  const overlay = createOverlay(frame.below, frame.above);
  const discHandle = createDiscHandle(frame.plot, frame.front, {
    move: (rx, done) => callbacks.onDiscDrag?.(rx / pixelsPerUnit(scales, zoom.view.k), done),
  });

  let data: StageData | null = null;
  let colors = themeColors(frame.root);
  let box = plotBox(0, 0, 0);
  let domains: Domains | null = null;
  let scales: Scales = createScales({ x: [0, 1], y: [0, 1] }, box, false);
  /** What the points were last sent to their places by: the same again changes nothing. */
  let at: { x: Float64Array; y: Float64Array; scales: Scales } | null = null;
  let marks: Marks | null = null;
  /** The marks are laid out when they are next drawn: a step that no frame shows is spared it. */
  let marksStale = true;
  let finder: PointFinder | null = null;
  /** What has to be drawn anew: the axes (and the regions with them), or the regions alone. */
  let viewStale = true;
  let regionsStale = true;
  let placed: PlacedCenter[] = [];

  /** The size has changed since the last drawing. */
  let isResized = false;

  const scheduler = frameScheduler(draw);
  const points = createPoints(frame.points, () => scheduler.schedule());
  const pictures = createPictures(frame.points, () => scheduler.schedule());
  const zoom = createZoom(
    frame.plot,
    (event) => !isHandle(event.target) && !startsLasso(event as MouseEvent, data?.tool ?? 'pan'),
    () => {
      viewStale = true;
      scheduler.schedule();
    },
  );

  function draw(now: number): void {
    const until = performance.now() + FOR_POINTS;
    if (isResized) adapt();
    if (!data || box.width <= 1 || box.height <= 1) return;
    const { palette } = data;
    if (marksStale || !marks) marks = layOutMarks({ ...data, kinds: kindsOf(data) });
    marksStale = false;
    points.set(pointMovement.places, marks);
    const view = zoom.view;
    const n = data.x.length;
    const area = box.width * box.height;
    const radius = markRadius(n, area, view.k);
    const progress = pointMovement.progress(now);
    const isPictured = data.pictures && !pointMovement.running;
    pictures.draw(
      isPictured ? { pictures: data.pictures!, places: pointMovement.places, marks, palette, colors } : null,
      view,
    );
    const opacity = markOpacity(n, area, view.k, radius) * (pictures.isShown ? BESIDE_PICTURES : 1);
    points.look({ radius, opacity, palette, colors });
    points.draw(view, progress, until);
    overlay.draw(now, view, { palette, colors, radius }, rows);
    if (viewStale || regionsStale || regionMovement.running) {
      regionsStale = false;
      regions.draw(regionMovement.rings(now), view, palette, colors.noise);
    }
    placed = centerMovement.placed(now);
    centers.draw(placed, view, palette, colors.noise, movable());
    const spokes = data.spokes?.row === data.hovered ? data.spokes : null;
    pointer.draw(
      hoveredAt(now),
      placeSpokes(spokes, placed, scales),
      placeAround(spokes, scales, view),
      view,
      palette,
      colors.noise,
    );
    const handle = callbacks.onDiscDrag ? (data.overlay?.handle ?? null) : null;
    discHandle.draw(handle && seenDisc(handle.disc, scales, view), handle);
    if (viewStale) {
      viewStale = false;
      const titles = { x: data.axes.x.title, y: data.axes.y.title };
      axes.draw(scales, box, view, titles, data.axes.bare ? 'bare' : data.regions.length > 0 ? 'plain' : 'grid');
    }
    const movements = [pointMovement, centerMovement, regionMovement, overlay];
    if (movements.some(({ running }) => running)) scheduler.schedule();
  }

  const movable = () => data?.movable === true && callbacks.onCenterDrag !== undefined;

  /** The rows as rings find them. */
  const rows = {
    get running() {
      return pointMovement.running;
    },
    at: pointMovement.at,
    slotOf: (row: number) => data?.colorOf[row] ?? -1,
  };

  function hoveredAt(now: number): readonly [number, number] | null {
    const row = data?.hovered ?? null;
    if (!data || row === null || !(row >= 0 && row < data.x.length)) return null;
    const at = pointMovement.at(row, now);
    return Number.isFinite(at[0] + at[1]) ? at : null;
  }

  /** Sends everything to its place; `duration` 0 jumps. */
  function move(next: StageData, duration: number, seen = IDENTITY): void {
    const now = performance.now();
    if (next.x !== at?.x || next.y !== at.y || scales !== at.scales || seen !== IDENTITY) {
      at = { x: next.x, y: next.y, scales };
      const moved = pointMovement.moveTo(placesOf(next.x, scales.x), placesOf(next.y, scales.y), now, duration, seen);
      if (moved) finder = null;
    }
    centerMovement.moveTo(next.centers, scales, now, duration, seen);
    if (regionMovement.moveTo(next.regions, scales, now, duration, seen)) regionsStale = true;
    overlay.moveTo(next.overlay, scales, now, duration, seen);
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
    points.resize(box.width, box.height, pixelRatio());
    pictures.resize(box.width, box.height, pixelRatio());
    overlay.resize(box.width, box.height, pixelRatio());
    zoom.resize(box.width, box.height);
    finder = null;
    viewStale = true;
  }

  function update(next: StageData): void {
    const before = data;
    data = next;
    const sameView = before?.axes.key === next.axes.key && before.x.length === next.x.length;
    const isSame = sameView && next.x === before.x && next.y === before.y;
    const nextDomains = isSame && domains ? domains : domainsFor(next.x, next.y, sameView ? domains : null);
    const animate = next.animate && before !== null && !prefersReducedMotion();
    if (nextDomains !== domains || before?.axes.equal !== next.axes.equal) {
      domains = nextDomains;
      scales = createScales(domains, box, next.axes.equal ?? false);
      layOut();
    }
    if (!before || kindsOf(next) !== kindsOf(before) || differ(before, next, MARK_KEYS)) marksStale = true;
    if (before?.palette !== next.palette || !sameAxes(before, next)) viewStale = true;
    frame.picture.setAttribute('aria-label', next.summary);
    frame.plot.dataset.tool = next.tool;
    const seen = sameView ? IDENTITY : zoom.view;
    if (!sameView) zoom.reset(true);
    move(next, animate ? (sameView ? GLIDE : MORPH) : 0, seen);
  }

  function seenAt(row: number): { clientX: number; clientY: number; inside: boolean } {
    const [px, py] = pointMovement.at(row, performance.now());
    const { k, x, y } = zoom.view;
    const [left, top] = [px * k + x, py * k + y];
    const plot = frame.plot.getBoundingClientRect();
    const inside = left >= 0 && top >= 0 && left <= box.width && top <= box.height;
    return { clientX: plot.left + left, clientY: plot.top + top, inside };
  }

  function locate(row: number): { clientX: number; clientY: number } | null {
    if (!data || !(row >= 0 && row < data.x.length)) return null;
    const { clientX, clientY, inside } = seenAt(row);
    return inside ? { clientX, clientY } : null;
  }

  const find = (): PointFinder => {
    finder ??= pointFinder(pointMovement.places, box.width, box.height);
    return finder;
  };

  const pointing = createPointing(frame, callbacks, {
    tool: () => data?.tool ?? 'pan',
    view: () => zoom.view,
    size: () => [box.width, box.height],
    find,
    pictured: pictures.rowAt,
    seenAt,
    zoom,
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
      centerMovement.hold(label, px, py, done);
      scheduler.schedule();
      callbacks.onCenterDrag?.(label, scales.x.invert(px), scales.y.invert(py), done);
    },
  });

  function adapt(): void {
    isResized = false;
    layOut();
    if (data) move(data, 0);
  }
  const stopSize = watchSize(frame.root, () => {
    isResized = true;
    // The frame in which a size changes has often drawn already; of many points one drawing is all it has time for.
    scheduler.schedule();
    if ((data?.x.length ?? 0) <= ONCE_A_FRAME) scheduler.flush();
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
      pointing.destroy();
      drag.destroy();
      discHandle.destroy();
      zoom.destroy();
      scheduler.cancel();
      points.destroy();
      pictures.destroy();
      frame.root.remove();
    },
  };
}

/** So many points are drawn once a frame. */
const ONCE_A_FRAME = 20_000;

/** Milliseconds of a frame from its start until the points leave the rest of it to the browser: what is left of them comes later. */
const FOR_POINTS = 8;

const kindsOf = ({ overlay }: StageData) => overlay?.kinds ?? null;

/** What the look and order of the marks are made from. */
const MARK_KEYS = ['labels', 'colorOf', 'shapeOf', 'changed', 'selection', 'palette'] as const;

function differ(a: StageData, b: StageData, keys: readonly (keyof StageData)[]): boolean {
  return keys.some((key) => a[key] !== b[key]);
}

/** Same titles, and the faint lines that regions take the place of. */
function sameAxes(a: StageData, b: StageData): boolean {
  const hasLines = ({ regions }: StageData) => regions.length === 0;
  return a.axes.x.title === b.axes.x.title && a.axes.y.title === b.axes.y.title && hasLines(a) === hasLines(b);
}
