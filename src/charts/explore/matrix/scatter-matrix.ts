import type { Chart } from '../../chart.ts';
import { drawNever, drawSoon } from '../../figure/draw-queue.ts';
import { createPointLayerRaster } from '../../stage/point-layer-raster.ts';
import { short } from '../axes.ts';
import { createCanvasChart, type Looks, showTip, sizeLayers, watchCanvas } from '../canvas-chart.ts';
import { type KeyRanges, rangeKey } from '../range-keys.ts';
import { createDrag, type Drag } from './brush.ts';
import { alongX, alongY, type Box, cellAt, cellUnder, layOutMatrix, type MatrixLayout, rowsIn } from './layout.ts';
import { drawAbove, drawGround } from './marks.ts';
import { markPoints, placePoints } from './points.ts';
import type { TableCallbacks, TableView } from './types.ts';

/** How near the pointer must be to a point, in pixels. */
const REACH = 9;

/** Every column against every other; a brush in one cell selects in all of them, and of all rows, drawn or not. */
export function createScatterMatrix(node: HTMLElement, callbacks: TableCallbacks = {}): Chart<TableView> {
  const layer = createPointLayerRaster();
  const chart = createCanvasChart(node, layer.canvas);
  let data: TableView | null = null;
  let layout: MatrixLayout = layOutMatrix(1, 100);
  let looks: Looks | null = null;
  let drawn: { data: TableView; looks: Looks; width: number } | null = null;
  let brush: { i: number; j: number; box: Box } | null = null;
  /** The column that keys are about, and its range; null: the keyboard is elsewhere. */
  let keyed: KeyRanges | null = null;

  const sameRows = (a: TableView, b: TableView) =>
    a.columns === b.columns && a.shown === b.shown && a.groups === b.groups;

  function redraw(width: number, next: Looks): void {
    if (!data) return;
    looks = next;
    const isStale = !drawn || drawn.looks !== looks || drawn.width !== width || !sameRows(drawn.data, data);
    if (isStale) {
      layout = layOutMatrix(data.columns.length, width);
      sizeLayers(chart, width, layout.height);
      layer.resize(width, layout.height, looks.ratio);
      layer.canvas.style.width = `${width}px`;
      layer.canvas.style.height = `${layout.height}px`;
      drawGround(chart.below, data, layout, looks.colors);
    }
    if (isStale || drawn!.data.selection !== data.selection || drawn!.data.groupOf !== data.groupOf) {
      drawSoon(placeAll);
    }
    drawAbove(chart.above, data, layout, brush, keyed?.at ?? null, looks.colors);
    drawn = { data, looks, width };
  }
  // The points in steps, which many of them take on frames of their own.
  function placeAll(): void {
    if (!drawn) return;
    const { data: rows, looks: own } = drawn;
    const palette = rows.groups.map(({ color }) => color);
    layer.set(placePoints(rows, layout), markPoints(rows));
    layer.look({ radius: layout.side > 120 ? 2.2 : 1.6, opacity: 0.65, palette, colors: own.colors });
    drawSoon(layAll);
  }
  function layAll(): void {
    layer.draw({ k: 1, x: 0, y: 0 }, 1);
  }
  const canvas = watchCanvas(node, redraw);

  function nearest(x: number, y: number): { row: number; i: number; j: number } | null {
    const cell = cellUnder(layout, x, y);
    if (!data || !cell || cell.i === cell.j) return null;
    const [right, up] = [data.columns[cell.i]!, data.columns[cell.j]!];
    const corner = cellAt(layout, cell.i, cell.j);
    let best = REACH;
    let found = -1;
    for (const row of data.shown) {
      const dx = corner.x + alongX(right.values[row]!, right, layout.side) - x;
      const dy = corner.y + alongY(up.values[row]!, up, layout.side) - y;
      const distance = Math.hypot(dx, dy);
      if (distance <= best) [best, found] = [distance, row];
    }
    return found < 0 ? null : { row: found, ...cell };
  }

  function hover(x: number, y: number): void {
    const at = nearest(x, y);
    callbacks.onHover?.(at?.row ?? null);
    if (!at || !data) {
      showTip(chart, null);
      return;
    }
    const line = (column: number) => `${data!.columns[column]!.name}: ${short(data!.columns[column]!.values[at.row]!)}`;
    showTip(chart, { x, y, words: [data.nameOf(at.row), line(at.i), line(at.j)].join('\n') });
  }

  function boxOf({ fromX, fromY, x, y }: Drag): { i: number; j: number; box: Box } | null {
    const cell = cellUnder(layout, fromX, fromY);
    if (!cell) return null;
    const corner = cellAt(layout, cell.i, cell.j);
    const inside = (value: number) => Math.max(0, Math.min(layout.side, value));
    const [ax, bx] = [inside(fromX - corner.x), inside(x - corner.x)];
    const [ay, by] = [inside(fromY - corner.y), inside(y - corner.y)];
    return { ...cell, box: { x0: Math.min(ax, bx), x1: Math.max(ax, bx), y0: Math.min(ay, by), y1: Math.max(ay, by) } };
  }
  const caught = ({ i, j, box }: { i: number; j: number; box: Box }) => {
    const [right, up] = [data!.columns[i]!, data!.columns[j]!];
    // In the diagonal a column has its values to the right, and any height will do.
    const within = i === j ? { ...box, y0: 0, y1: layout.side } : box;
    return rowsIn(within, right.values, up.values, [right, up], layout.side);
  };

  const drag = createDrag(chart.root, {
    starts: (x, y) => cellUnder(layout, x, y) !== null,
    hover,
    leave() {
      showTip(chart, null);
      callbacks.onHover?.(null);
    },
    drag(moved, mode) {
      brush = boxOf(moved);
      if (brush && mode === 'replace') callbacks.onSelect?.(caught(brush), mode);
      canvas.schedule();
    },
    done(moved, mode) {
      const made = boxOf(moved);
      if (made) callbacks.onSelect?.(caught(made), mode);
    },
    click(x, y, mode) {
      const at = nearest(x, y);
      if (at) callbacks.onSelect?.(Int32Array.of(at.row), mode);
      else if (mode === 'replace') callbacks.onClearSelection?.();
    },
    end() {
      brush = null;
      canvas.schedule();
    },
  });
  function onRange(event: KeyboardEvent): void {
    if (!data || event.altKey || event.ctrlKey || event.metaKey) return;
    const before = keyed ?? { at: 0, ranges: new Map() };
    const made = rangeKey(before, data.columns.length, event);
    if (!made) return;
    event.preventDefault();
    // The first key only shows which column it is.
    const at = keyed === null && event.key === 'ArrowRight' ? 0 : made.at;
    // One brush at a time: that of the column the keys are about.
    const range = made.ranges.get(at);
    keyed = { at, ranges: new Map(range ? [[at, range]] : []) };
    const x = (share: number) => alongX(share, { min: 0, max: 1 }, layout.side);
    const box = range && { x0: x(range.from) - 0.5, x1: x(range.to) + 0.5, y0: 0, y1: layout.side };
    brush = box ? { i: at, j: at, box } : null;
    if (brush) callbacks.onSelect?.(caught(brush), 'replace');
    else if (before.ranges.has(at)) callbacks.onClearSelection?.();
    const { name, min, max } = data.columns[at]!;
    const value = (share: number) => short(min + share * (max - min));
    const words = range ? `${name}\n${value(range.from)} to ${value(range.to)}` : name;
    const corner = cellAt(layout, at, at);
    chart.said.textContent = words;
    showTip(chart, { x: corner.x + layout.side / 2, y: corner.y + 36, words });
    canvas.schedule();
  }
  function onBlur(): void {
    keyed = null;
    brush = null;
    showTip(chart, null);
    canvas.schedule();
  }
  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') {
      onRange(event);
      return;
    }
    drag.giveUp();
    if (keyed) keyed = { at: keyed.at, ranges: new Map() };
    showTip(chart, null);
    callbacks.onClearSelection?.();
  }
  chart.root.addEventListener('keydown', onKey);
  chart.root.addEventListener('blur', onBlur);

  return {
    update(next) {
      data = next;
      chart.root.setAttribute('aria-label', next.label);
      canvas.schedule();
    },
    destroy() {
      canvas.stop();
      drawNever(placeAll);
      drawNever(layAll);
      drag.destroy();
      layer.destroy();
      chart.root.remove();
    },
  };
}
