import { select } from 'd3';
import type { Chart } from '../../chart.ts';
import { cut, short } from '../axes.ts';
import { createCanvasChart, type Looks, showTip, sizeLayers, watchCanvas } from '../canvas-chart.ts';
import { createDrag, type Drag } from '../matrix/brush.ts';
import type { TableCallbacks, TableView } from '../matrix/types.ts';
import { RANGE_HELP, type Range, rangeKey } from '../range-keys.ts';
import {
  axisNear,
  axisX,
  type Gate,
  gateOfRange,
  heightOf,
  layOutAxes,
  type ParallelLayout,
  rangeOfGate,
  rowsThrough,
} from './layout.ts';
import { createLines, linePath } from './lines.ts';

/** How near the pointer must be to a line, in pixels. */
const REACH = 6;

/** Every row is a line through all axes. A drag along an axis is a gate; what passes through all gates is selected. */
export function createParallel(node: HTMLElement, callbacks: TableCallbacks = {}): Chart<TableView> {
  const canvas = document.createElement('canvas');
  const chart = createCanvasChart(node, canvas, RANGE_HELP);
  const lines = createLines(canvas);
  let data: TableView | null = null;
  let layout: ParallelLayout = layOutAxes(1, 100);
  let gates = new Map<number, Gate>();
  /** The rows that the gates let through: another selection takes the gates away. */
  let ours: Int32Array | null = null;
  /** The axis that keys are about; null: the keyboard is elsewhere. */
  let keyed: number | null = null;

  let drawn: { data: TableView; looks: Looks; width: number } | null = null;

  const sameLines = (a: TableView, b: TableView) =>
    a.columns === b.columns &&
    a.shown === b.shown &&
    a.groups === b.groups &&
    a.groupOf === b.groupOf &&
    a.selection === b.selection;

  function redraw(width: number, looks: Looks): void {
    if (!data) return;
    if (drawn?.width !== width || drawn.looks !== looks || !sameLines(drawn.data, data)) {
      layout = layOutAxes(data.columns.length, width);
      sizeLayers(chart, width, layout.height);
      canvas.style.width = `${width}px`;
      canvas.style.height = `${layout.height}px`;
      lines.draw({ view: data, layout, width, looks });
      drawn = { data, looks, width };
    }
    drawAxes(chart.above, data, layout, gates, keyed, looks.colors);
  }
  const watch = watchCanvas(node, redraw);

  function ask(mode: 'replace' | 'add' | 'remove'): void {
    ours = rowsThrough(gates, data!.columns, layout);
    callbacks.onSelect?.(ours, mode);
  }

  function gateOf({ fromX, fromY, y }: Drag): void {
    const axis = axisNear(layout, fromX);
    if (axis === null) return;
    const inside = (value: number) => Math.max(layout.top - 6, Math.min(layout.bottom + 6, value));
    const [from, to] = [inside(Math.min(fromY, y)), inside(Math.max(fromY, y))];
    gates = new Map(gates).set(axis, { from, to });
  }

  const drag = createDrag(chart.root, {
    starts: (x) => data !== null && axisNear(layout, x) !== null,
    hover(x, y) {
      const row = data && nearestLine(data, layout, x, y);
      callbacks.onHover?.(row);
      if (row === null || !data) {
        showTip(chart, null);
        return;
      }
      const lines = data.columns.map(({ name, values }) => `${name}: ${short(values[row]!)}`);
      showTip(chart, { x, y, words: [data.nameOf(row), ...lines.slice(0, 8)].join('\n') });
    },
    leave() {
      showTip(chart, null);
      callbacks.onHover?.(null);
    },
    drag(moved, mode) {
      gateOf(moved);
      if (mode === 'replace') ask(mode);
      watch.schedule();
    },
    done(moved, mode) {
      gateOf(moved);
      ask(mode);
    },
    click(x) {
      const axis = axisNear(layout, x);
      if (axis === null || !gates.has(axis)) return;
      gates = new Map([...gates].filter(([i]) => i !== axis));
      if (gates.size > 0) ask('replace');
      else callbacks.onClearSelection?.();
      watch.schedule();
    },
    end: () => watch.schedule(),
  });
  /** The axis, and its range in its own values. */
  function say(range: Range | undefined): void {
    const { name, min, max } = data!.columns[keyed!]!;
    const at = (share: number) => short(min + share * (max - min));
    const words = range ? `${name}\n${at(range.from)} to ${at(range.to)}` : name;
    chart.said.textContent = words;
    showTip(chart, { x: axisX(layout, keyed!), y: layout.top + 24, words });
  }
  function onRange(event: KeyboardEvent): void {
    if (!data || event.altKey || event.ctrlKey || event.metaKey) return;
    const ranges = new Map([...gates].map(([i, gate]) => [i, rangeOfGate(gate, layout)]));
    const next = rangeKey({ at: keyed ?? 0, ranges }, data.columns.length, event);
    if (!next) return;
    event.preventDefault();
    // The first key only shows which axis it is.
    keyed = keyed === null && event.key === 'ArrowRight' ? 0 : next.at;
    if (next.ranges !== ranges) {
      gates = new Map([...next.ranges].map(([i, range]) => [i, gateOfRange(range, layout)]));
      if (gates.size > 0) ask('replace');
      else callbacks.onClearSelection?.();
    }
    say(next.ranges.get(keyed));
    watch.schedule();
  }
  function onBlur(): void {
    keyed = null;
    showTip(chart, null);
    watch.schedule();
  }
  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') {
      onRange(event);
      return;
    }
    drag.giveUp();
    gates = new Map();
    showTip(chart, null);
    callbacks.onClearSelection?.();
    watch.schedule();
  }
  chart.root.addEventListener('keydown', onKey);
  chart.root.addEventListener('blur', onBlur);

  return {
    update(next) {
      const isOurs = ours !== null && isSelected(ours, next.selection);
      if ((next.selection !== data?.selection && !isOurs) || next.columns !== data?.columns) gates = new Map();
      data = next;
      chart.root.setAttribute('aria-label', next.label);
      watch.schedule();
    },
    destroy() {
      watch.stop();
      lines.stop();
      drag.destroy();
      chart.root.remove();
    },
  };
}

/** Whether exactly these rows are selected. */
function isSelected(rows: Int32Array, selection: ReadonlySet<number> | null): boolean {
  return rows.length === (selection?.size ?? 0) && rows.every((row) => selection!.has(row));
}

function drawAxes(
  svg: SVGSVGElement,
  view: TableView,
  layout: ParallelLayout,
  gates: ReadonlyMap<number, Gate>,
  keyed: number | null,
  colors: Looks['colors'],
): void {
  const root = select(svg);
  root.selectAll('*').remove();
  const { columns, hovered } = view;
  if (hovered !== null && hovered < (columns[0]?.values.length ?? 0)) {
    root
      .append('path')
      .attr('d', linePath(view, layout, hovered))
      .attr('fill', 'none')
      .attr('stroke', colors.text);
    root.select('path').attr('stroke-width', 2);
  }
  const letters = Math.max(3, Math.floor((layout.step || 200) / 6.2) - 1);
  for (const [i, { name, min, max }] of columns.entries()) {
    const x = axisX(layout, i);
    const words = (text: string, y: number, color: string) =>
      root
        .append('text')
        .attr('x', x)
        .attr('y', y)
        .attr('font-size', 11)
        .attr('text-anchor', 'middle')
        .attr('fill', color)
        .text(text);
    root.append('line').attr('x1', x).attr('x2', x).attr('y1', layout.top).attr('y2', layout.bottom);
    root.select('line:last-of-type').attr('stroke', colors.textMuted);
    words(cut(name, letters), 14, colors.text).attr('font-weight', 600).append('title').text(name);
    words(short(max), layout.top - 8, colors.textMuted);
    if (max > min) words(short(min), layout.bottom + 16, colors.textMuted);
    if (i === keyed)
      root
        .append('path')
        .attr('d', `M${x - 16},21h32`)
        .attr('stroke', colors.accent)
        .attr('stroke-width', 2);
    const gate = gates.get(i);
    if (!gate) continue;
    root
      .append('rect')
      .attr('x', x - 7)
      .attr('y', gate.from)
      .attr('width', 14)
      .attr('height', Math.max(2, gate.to - gate.from))
      .attr('rx', 3)
      .attr('fill', colors.accent)
      .attr('fill-opacity', 0.25)
      .attr('stroke', colors.accent);
  }
}

/** The drawn row whose line passes nearest below or above the place, or null. */
function nearestLine({ columns, shown }: TableView, layout: ParallelLayout, x: number, y: number): number | null {
  const place = layout.step > 0 ? (x - layout.left) / layout.step : 0;
  const i = Math.max(0, Math.min(columns.length - 2, Math.floor(place)));
  const [left, right] = [columns[i], columns[Math.min(columns.length - 1, i + 1)]];
  if (!left || !right || place < -0.1 || place > columns.length - 0.9) return null;
  const share = Math.max(0, Math.min(1, place - i));
  let best = REACH;
  let found: number | null = null;
  for (const row of shown) {
    const a = heightOf(left.values[row]!, left, layout);
    const b = heightOf(right.values[row]!, right, layout);
    const distance = Math.abs(a + (b - a) * share - y);
    if (distance < best) [best, found] = [distance, row];
  }
  return found;
}
