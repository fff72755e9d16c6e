import { selectMode } from '../chart.ts';
import type { createFrame } from './frame.ts';
import { createKeys } from './keys.ts';
import { createGestures } from './lasso.ts';
import type { PointFinder } from './point-finder.ts';
import type { View } from './point-layer.ts';
import type { StageCallbacks, StageData } from './types.ts';
import type { Zoom } from './zoom.ts';

/** The pointer finds a point this far away, CSS pixels. */
const REACH = 24;

/** What pointing needs to know of the stage. */
export interface Pointed {
  tool(): StageData['tool'];
  view(): View;
  /** Of the plot, CSS pixels. */
  size(): readonly [width: number, height: number];
  find(): PointFinder;
  /** The row whose picture covers a place of the plot, zoom included. */
  pictured(x: number, y: number): number | null;
  /** Where a row is seen in the window. */
  seenAt(row: number): { readonly clientX: number; readonly clientY: number };
  readonly zoom: Pick<Zoom, 'by' | 'bring' | 'reset'>;
}

/** Points are pointed at, by hand and by key: hovered, picked, caught by a lasso, walked over. */
export function createPointing(
  { root, plot, front }: ReturnType<typeof createFrame>,
  callbacks: StageCallbacks,
  { tool, view, size, find, pictured, seenAt, zoom }: Pointed,
): { destroy(): void } {
  /** What was last told to `onHover`, and whether the keyboard put it there. */
  let told: number | null = null;
  let cursor = false;

  function hover(row: number | null, byKey = false): void {
    cursor = byKey && row !== null;
    if (row === told) return;
    told = row;
    const at = row === null ? null : seenAt(row);
    callbacks.onHover?.(row, at?.clientX ?? 0, at?.clientY ?? 0);
  }

  const rowAt = (x: number, y: number) => pictured(x, y) ?? find().nearest(x, y, REACH, view());

  /** Where a row is seen in the plot. */
  const placeOf = (row: number): [number, number] => {
    const { clientX, clientY } = seenAt(row);
    const { left, top } = plot.getBoundingClientRect();
    return [clientX - left, clientY - top];
  };

  /** The keyboard's cursor goes to a row, and the view follows it. */
  function moveCursor(row: number | null): void {
    if (row !== null) zoom.bring(...placeOf(row));
    hover(row, true);
  }

  const gestures = createGestures(plot, front, {
    tool,
    hoverAt(x, y) {
      hover(rowAt(x, y));
    },
    leave: () => hover(null),
    lasso(outline, mode) {
      callbacks.onSelect?.(find().inside(outline, view()), mode);
    },
    pick(x, y, mode) {
      const row = rowAt(x, y);
      if (row !== null) callbacks.onSelect?.(Int32Array.of(row), mode);
    },
  });

  const stopKeys = createKeys(root, {
    zoomBy: (factor) => zoom.by(factor, cursor && told !== null ? placeOf(told) : undefined),
    resetZoom: () => zoom.reset(),
    escape() {
      if (gestures.giveUp()) return;
      hover(null);
      callbacks.onClearSelection?.();
    },
    enter() {
      const [width, height] = size();
      moveCursor(find().nearest(width / 2, height / 2, Number.POSITIVE_INFINITY, view()));
    },
    step(dx, dy) {
      if (!cursor || told === null) return false;
      moveCursor(find().next(told, dx, dy) ?? told);
      return true;
    },
    select(event) {
      if (!cursor || told === null) return false;
      callbacks.onSelect?.(Int32Array.of(told), selectMode(event));
      return true;
    },
    selectSeen(event) {
      const [width, height] = size();
      callbacks.onSelect?.(find().inside([0, 0, width, 0, width, height, 0, height], view()), selectMode(event));
    },
    leave() {
      if (cursor) hover(null);
    },
  });

  return {
    destroy() {
      stopKeys();
      gestures.destroy();
    },
  };
}
