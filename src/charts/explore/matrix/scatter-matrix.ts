import type { Chart } from '../../chart.ts';
import { short } from '../axes.ts';
import { createCanvasChart, type Looks, showTip, sizeLayers, watchCanvas } from '../canvas-chart.ts';
import { createDrag, type Drag } from './brush.ts';
import { CELL_HELP, cellKey, type KeyedCell } from './cell-keys.ts';
import { boxOfShares, cellWords } from './cell-words.ts';
import { createCells } from './cells.ts';
import { alongX, alongY, type Box, cellAt, cellUnder, layOutMatrix, type MatrixLayout, rowsIn } from './layout.ts';
import { drawAbove, drawGround } from './marks.ts';
import type { TableCallbacks, TableView } from './types.ts';

/** How near the pointer must be to a point, in pixels. */
const REACH = 9;

/** Every column against every other; a brush in one cell selects in all of them, and of all rows, drawn or not. */
export function createScatterMatrix(node: HTMLElement, callbacks: TableCallbacks = {}): Chart<TableView> {
  const points = document.createElement('canvas');
  const chart = createCanvasChart(node, points, CELL_HELP);
  const cells = createCells(points);
  let data: TableView | null = null;
  let layout: MatrixLayout = layOutMatrix(1, 100);
  let looks: Looks | null = null;
  let drawn: { data: TableView; looks: Looks; width: number } | null = null;
  let brush: { i: number; j: number; box: Box } | null = null;
  /** Null: the keyboard is elsewhere. */
  let keyed: KeyedCell | null = null;

  const sameRows = (a: TableView, b: TableView) =>
    a.columns === b.columns && a.shown === b.shown && a.groups === b.groups;

  function redraw(width: number, next: Looks): void {
    if (!data) return;
    looks = next;
    const isStale = !drawn || drawn.looks !== looks || drawn.width !== width || !sameRows(drawn.data, data);
    if (isStale) {
      layout = layOutMatrix(data.columns.length, width);
      sizeLayers(chart, width, layout.height);
      points.style.width = `${width}px`;
      points.style.height = `${layout.height}px`;
      drawGround(chart.below, data, layout, looks.colors);
    }
    if (isStale || drawn!.data.selection !== data.selection || drawn!.data.groupOf !== data.groupOf) {
      cells.draw({ view: data, layout, width, looks });
    }
    drawAbove(chart.above, data, layout, brush, keyed, looks.colors);
    drawn = { data, looks, width };
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
  function onCell(event: KeyboardEvent): void {
    if (!data || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = cellKey(keyed, data.columns.length, event);
    if (!next) return;
    event.preventDefault();
    const isTaken = keyed?.brush && !next.brush && event.key !== 'Enter';
    keyed = next;
    brush = next.brush && { i: next.i, j: next.j, box: boxOfShares(next.brush, layout.side) };
    const rows = brush && caught(brush);
    if (rows) callbacks.onSelect?.(rows, 'replace');
    else if (isTaken) callbacks.onClearSelection?.();
    const words = cellWords(next, data.columns, rows?.length ?? null);
    const corner = cellAt(layout, next.i, next.j);
    chart.said.textContent = words;
    showTip(chart, { x: corner.x + layout.side / 2, y: corner.y + 36, words });
    chart.tip.scrollIntoView({ block: 'nearest' });
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
      onCell(event);
      return;
    }
    drag.giveUp();
    if (keyed) keyed = { ...keyed, brush: null };
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
      cells.stop();
      drag.destroy();
      chart.root.remove();
    },
  };
}
