import './sweep.css';
import { select } from 'd3';
import { type Chart, pixelRatio } from '../chart.ts';
import { drawn } from './drawn.ts';
import { type HeatBox, heatBox, TOP } from './heat-box.ts';
import { drawCells } from './heat-cells.ts';
import { placeByKey, spaced } from './place-scale.ts';
import { type Group, tickBelow, tickBeside, titleBelow, titleUpright } from './texts.ts';
import type { SweepHeatData, WalkCallbacks } from './types.ts';
import { walkable } from './walking.ts';

function drawAxes(axes: Group, { x, y }: SweepHeatData, { cell, from }: HeatBox): void {
  axes.selectAll('*').remove();
  const bottom = TOP + cell.height * y.places.length;
  const middles = x.places.map((_, i) => from + (i + 0.5) * cell.width);
  for (const at of spaced(middles, 44)) tickBelow(axes, middles[at]!, bottom + 16, x.places[at]!.label);
  const heights = y.places.map((_, i) => bottom - (i + 0.5) * cell.height);
  for (const at of spaced(heights, 16)) tickBeside(axes, from - 8, heights[at]!, y.places[at]!.label, 'left');
  titleBelow(axes, from + (cell.width * x.places.length) / 2, bottom + 36, x.title);
  titleUpright(axes, (TOP + bottom) / 2, y.title);
}

function outline(group: Group, { cell, left, top }: HeatBox, at: number, kind: string): void {
  group
    .append('rect')
    .attr('class', kind)
    .attr('x', left(at) - 0.5)
    .attr('y', top(at) - 0.5)
    .attr('width', Math.max(4, cell.width))
    .attr('height', Math.max(4, cell.height))
    .attr('rx', 2);
}

/** A sweep of two parameters as colours. Arrows walk from cell to cell, Enter picks. */
export function createSweepHeat(node: HTMLElement, callbacks: WalkCallbacks): Chart<SweepHeatData> {
  const root = select(node).append('div').attr('class', 'cs-heat').attr('tabindex', 0).attr('role', 'group');
  root.attr('aria-roledescription', 'heat map');
  const canvas = root.append('canvas').attr('aria-hidden', 'true');
  const svg = root.append('svg').attr('class', 'cs-sweep').attr('aria-hidden', 'true');
  const axes: Group = svg.append('g');
  const over: Group = svg.append('g');
  let box: HeatBox | null = null;

  function drawWhole(data: SweepHeatData, width: number): void {
    box = heatBox(data, width);
    const ratio = pixelRatio();
    root.style('height', `${box.height}px`).attr('aria-label', data.label);
    svg.attr('width', box.width).attr('height', box.height).attr('viewBox', `0 0 ${box.width} ${box.height}`);
    canvas
      .attr('width', Math.round(box.width * ratio))
      .attr('height', Math.round(box.height * ratio))
      .style('width', `${box.width}px`)
      .style('height', `${box.height}px`);
    const context = canvas.node()!.getContext('2d')!;
    context.scale(ratio, ratio);
    drawCells(context, data, box, getComputedStyle(node));
    drawAxes(axes, data, box);
  }

  function drawCursor({ best, cursor }: SweepHeatData): void {
    if (!box) return;
    over.selectAll('*').remove();
    for (const [at, kind] of [[best, 'best'] as const, [cursor, 'cursor'] as const]) {
      if (at === null) continue;
      outline(over, box, at, `${kind}-back`);
      outline(over, box, at, `${kind}-cell`);
    }
  }

  const chart = drawn<SweepHeatData>(node, 'cursor', {
    whole: drawWhole,
    part: drawCursor,
    remove: () => root.remove(),
  });

  function cellAt(event: MouseEvent): number | null {
    const { x, y } = chart.data!;
    const { cell, from } = box!;
    const [columns, rows] = [x.places.length, y.places.length];
    const frame = root.node()!.getBoundingClientRect();
    const column = Math.floor((event.clientX - frame.left - from) / cell.width);
    const row = rows - 1 - Math.floor((event.clientY - frame.top - TOP) / cell.height);
    return column >= 0 && column < columns && row >= 0 && row < rows ? column + row * columns : null;
  }

  function byKey(key: string, from: number | null): number | null {
    const [columns, rows] = [chart.data!.x.places.length, chart.data!.y.places.length];
    const [column, row] = [from! % columns, Math.floor(from! / columns)];
    if (key === 'ArrowUp' || key === 'ArrowDown') return column + placeByKey(key, row, rows)! * columns;
    const next = placeByKey(key, column, columns);
    return next === null ? null : next + row * columns;
  }

  const shown = () => chart.data && box && { cursor: chart.data.cursor, marked: chart.data.best ?? 0 };
  walkable(root.node()!, { at: cellAt, shown, byKey }, callbacks);
  return chart;
}
