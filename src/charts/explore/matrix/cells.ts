import { drawNever, drawSoon } from '../../figure/draw-queue.ts';
import { styleKey } from '../../stage/marks.ts';
import { FILLED } from '../../stage/overlay-types.ts';
import type { MarkLook } from '../../stage/point-layer.ts';
import { clean, type Dirty, lay, straighten } from '../../stage/raster.ts';
import { type Stamps, stampsFor } from '../../stage/stamps.ts';
import type { Looks } from '../canvas-chart.ts';
import { alongX, alongY, cellAt, type MatrixLayout } from './layout.ts';
import type { TableView } from './types.ts';

/** How long the cells that one frame paints may take together, in ms. */
const BUDGET = 6;

interface Scene {
  readonly view: TableView;
  readonly layout: MatrixLayout;
  readonly width: number;
  readonly looks: Looks;
}

/** A scene while it is painted, cell by cell. */
interface Painting extends Scene {
  /** The drawn rows, what is not selected first, and how many these are. */
  readonly order: Int32Array;
  readonly muted: number;
  /** One a row of `order`. */
  readonly keys: Uint16Array;
  readonly stamps: Stamps;
  /** A cell's pixels. */
  readonly image: ImageData;
  /** The next cell. */
  at: number;
}

/** The drawn rows, those that are not selected first, so that they lie below. */
function inOrder({ shown, selection }: TableView): { order: Int32Array; muted: number } {
  if (!selection) return { order: shown, muted: 0 };
  const order = new Int32Array(shown.length);
  let muted = 0;
  for (const row of shown) if (!selection.has(row)) order[muted++] = row;
  let at = muted;
  for (const row of shown) if (selection.has(row)) order[at++] = row;
  return { order, muted };
}

/**
 * Paints the points of a matrix, as many cells a frame as there is time for. A cell changes at once; what is asked for while a
 * scene is painted waits until that stands, so that a moving brush is never without a picture.
 */
export function createCells(canvas: HTMLCanvasElement) {
  const context = canvas.getContext('2d')!;
  let next: Scene | null = null;
  let now: Painting | null = null;
  /** The cells that the canvas holds. */
  let held: MatrixLayout | null = null;
  let kept: { stamps: Stamps; looks: Looks; groups: TableView['groups']; side: number } | null = null;

  function stampsOf({ view, layout, looks }: Scene, keys: Uint16Array, isMuted: boolean): Stamps {
    const { side } = layout;
    const isSame = kept?.looks === looks && kept.groups === view.groups && kept.side === side;
    const look: MarkLook = {
      radius: side > 120 ? 2.2 : 1.6,
      opacity: 0.65,
      palette: view.groups.map(({ color }) => color),
      colors: looks.colors,
    };
    const stamps = stampsFor(isSame ? kept!.stamps : null, keys, isMuted, look, looks.ratio);
    kept = { stamps, looks, groups: view.groups, side };
    return stamps;
  }

  function begin(scene: Scene): Painting {
    const { view, layout, width, looks } = scene;
    const { groupOf, groups } = view;
    const { order, muted } = inOrder(view);
    const keys = new Uint16Array(order.length);
    for (let i = 0; i < order.length; i++) {
      const group = groupOf[order[i]!] ?? -1;
      keys[i] = styleKey(group < groups.length ? group : -1, 0, 0, FILLED);
    }
    const pixels = (length: number) => Math.max(1, Math.round(length * looks.ratio));
    // A canvas that is given a size is empty, though it be the one it has.
    if (held?.side !== layout.side || held.count !== layout.count || canvas.width !== pixels(width)) {
      canvas.width = pixels(width);
      canvas.height = pixels(layout.height);
      held = layout;
    }
    const image = new ImageData(pixels(layout.side), pixels(layout.side));
    return { ...scene, order, muted, keys, stamps: stampsOf(scene, keys, muted > 0), image, at: 0 };
  }

  function paint(): void {
    if (!now && next) {
      now = begin(next);
      next = null;
    }
    if (!now) return;
    const end = performance.now() + BUDGET;
    const cells = now.view.columns.length ** 2;
    while (now.at < cells && performance.now() < end) paintCell(context, now, now.at++);
    if (now.at === cells) now = null;
    if (now || next) drawSoon(paint);
  }

  return {
    draw(scene: Scene) {
      next = scene;
      // Cells of another size or other columns have nothing to do with what is asked for.
      if (now && (now.layout !== scene.layout || now.view.columns !== scene.view.columns)) now = null;
      if (!now) drawSoon(paint);
    },
    stop: () => drawNever(paint),
  };
}

/** In the diagonal there are no points. */
function paintCell(context: CanvasRenderingContext2D, painting: Painting, cell: number): void {
  const { view, layout, looks, order, muted, keys, stamps, image } = painting;
  const { side, count } = layout;
  const [i, j] = [cell % count, Math.floor(cell / count)];
  if (i === j) return;
  const [right, up] = [view.columns[i]!, view.columns[j]!];
  const pixels = new Uint32Array(image.data.buffer);
  pixels.fill(0);
  const dirty: Dirty = { left: 0, top: 0, right: 0, bottom: 0 };
  clean(dirty);
  for (let at = 0; at < order.length; at++) {
    const row = order[at]!;
    const x = alongX(right.values[row]!, right, side) * looks.ratio;
    const y = alongY(up.values[row]!, up, side) * looks.ratio;
    if (x - x !== 0 || y - y !== 0) continue;
    const stamp = (at < muted ? stamps.muted : stamps.plain)[keys[at]!]!;
    lay(pixels, image.width, image.height, stamp, Math.round(x), Math.round(y), dirty);
  }
  if (dirty.right > dirty.left) straighten(pixels, image.width, dirty);
  const corner = cellAt(layout, i, j);
  context.putImageData(image, Math.round(corner.x * looks.ratio), Math.round(corner.y * looks.ratio));
}
