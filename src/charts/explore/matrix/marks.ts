import { scaleLinear, select } from 'd3';
import type { ThemeColors } from '../../chart.ts';
import { slotColor } from '../../color.ts';
import { cut, short } from '../axes.ts';
import { alongX, alongY, type Box, cellAt, type MatrixLayout } from './layout.ts';
import type { MatrixColumn, TableView } from './types.ts';

const BINS = 20;

/** The frames of the cells, the names and small histograms in the diagonal, the ticks along two sides. */
export function drawGround(svg: SVGSVGElement, view: TableView, layout: MatrixLayout, colors: ThemeColors): void {
  const root = select(svg);
  root.selectAll('*').remove();
  const { columns } = view;
  const { side, count } = layout;
  for (let j = 0; j < count; j++) {
    for (let i = 0; i < count; i++) {
      const { x, y } = cellAt(layout, i, j);
      const frame = root
        .append('rect')
        .attr('x', x)
        .attr('y', y)
        .attr('width', side)
        .attr('height', side)
        .attr('rx', 3);
      frame.attr('fill', colors.stage).attr('stroke', colors.line);
      if (i === j) drawDiagonal(svg, view, i, { x, y, side }, colors);
    }
    drawTicks(svg, columns[j]!, j, layout, colors);
  }
}

function drawDiagonal(
  svg: SVGSVGElement,
  view: TableView,
  i: number,
  { x, y, side }: { x: number; y: number; side: number },
  colors: ThemeColors,
): void {
  const root = select(svg).append('g').attr('transform', `translate(${x},${y})`);
  const { bars, most } = stacked(view, i);
  const width = (side - 10) / BINS;
  const height = (count: number) => (count / most) * (side - 26);
  // One path a group: of ten groups in six columns a bar each would be a thousand elements.
  const paths = new Map<number, string>();
  const wide = Math.max(0.5, width - 0.5).toFixed(2);
  for (const { bin, from, to, group } of bars) {
    const tall = (height(to) - height(from)).toFixed(2);
    const foot = `M${(5 + bin * width).toFixed(2)},${(side - 2 - height(from)).toFixed(2)}`;
    paths.set(group, `${paths.get(group) ?? ''}${foot}h${wide}v-${tall}h-${wide}z`);
  }
  const palette = view.groups.map(({ color }) => color);
  for (const [group, d] of paths) {
    const fill = slotColor(palette, group, colors.noise);
    root.append('path').attr('d', d).attr('fill', fill).attr('fill-opacity', 0.55);
  }
  const letters = Math.max(3, Math.floor((side - 10) / 6.4));
  root
    .append('text')
    .attr('x', 6)
    .attr('y', 15)
    .attr('font-size', 11)
    .attr('font-weight', 600)
    .attr('fill', colors.text)
    .text(cut(view.columns[i]!.name, letters))
    .append('title')
    .text(view.columns[i]!.name);
}

/** A histogram of the shown rows, group on group. */
function stacked({ columns, shown, groupOf, groups }: TableView, i: number) {
  const { values, min, max } = columns[i]!;
  const rows = groups.length + 1;
  const counts = new Int32Array(BINS * rows);
  for (const row of shown) {
    const place = max > min ? (values[row]! - min) / (max - min) : 0.5;
    const bin = Math.min(BINS - 1, Math.max(0, Math.floor(place * BINS)));
    const group = groupOf[row] ?? -1;
    counts[bin * rows + (group >= 0 && group < groups.length ? group : groups.length)]!++;
  }
  const bars: { bin: number; from: number; to: number; group: number }[] = [];
  let most = 1;
  for (let bin = 0; bin < BINS; bin++) {
    let from = 0;
    for (let g = 0; g < rows; g++) {
      const count = counts[bin * rows + g]!;
      if (count > 0) bars.push({ bin, from, to: from + count, group: g < groups.length ? g : -1 });
      from += count;
    }
    most = Math.max(most, from);
  }
  return { bars, most };
}

function drawTicks(
  svg: SVGSVGElement,
  column: MatrixColumn,
  at: number,
  layout: MatrixLayout,
  colors: ThemeColors,
): void {
  const root = select(svg);
  const { side, count } = layout;
  const ticks =
    column.max > column.min
      ? scaleLinear([column.min, column.max], [0, 1]).ticks(side > 110 ? 3 : 2)
      : [column.min].filter(Number.isFinite);
  const below = cellAt(layout, at, count - 1);
  const beside = cellAt(layout, 0, at);
  for (const tick of ticks.filter((value) => value >= column.min && value <= column.max)) {
    const words = (x: number, y: number, anchor: string) =>
      root
        .append('text')
        .attr('x', x)
        .attr('y', y)
        .attr('font-size', 10)
        .attr('fill', colors.textMuted)
        .attr('text-anchor', anchor)
        .text(short(tick));
    words(below.x + alongX(tick, column, side), below.y + side + 14, 'middle');
    words(beside.x - 5, beside.y + alongY(tick, column, side) + 3.5, 'end');
  }
}

/** What lies above the points: the brush, and the hovered row in every cell. */
export function drawAbove(
  svg: SVGSVGElement,
  view: TableView,
  layout: MatrixLayout,
  brush: { i: number; j: number; box: Box } | null,
  keyed: { readonly i: number; readonly j: number } | null,
  colors: ThemeColors,
): void {
  const root = select(svg);
  root.selectAll('*').remove();
  if (keyed) {
    const { x, y } = cellAt(layout, keyed.i, keyed.j);
    const frame = root.append('rect').attr('x', x).attr('y', y).attr('width', layout.side).attr('height', layout.side);
    frame.attr('rx', 3).attr('fill', 'none').attr('stroke', colors.accent).attr('stroke-width', 2);
  }
  if (brush) {
    const { x, y } = cellAt(layout, brush.i, brush.j);
    const { x0, y0, x1, y1 } = brush.box;
    root
      .append('rect')
      .attr('x', x + x0)
      .attr('y', y + y0)
      .attr('width', x1 - x0)
      .attr('height', y1 - y0)
      .attr('fill', colors.accent)
      .attr('fill-opacity', 0.1)
      .attr('stroke', colors.accent);
  }
  const row = view.hovered;
  if (row === null || row >= (view.columns[0]?.values.length ?? 0)) return;
  for (const [j, up] of view.columns.entries()) {
    for (const [i, right] of view.columns.entries()) {
      if (i === j) continue;
      const { x, y } = cellAt(layout, i, j);
      root
        .append('circle')
        .attr('cx', x + alongX(right.values[row]!, right, layout.side))
        .attr('cy', y + alongY(up.values[row]!, up, layout.side))
        .attr('r', 4.5)
        .attr('fill', 'none')
        .attr('stroke', colors.text)
        .attr('stroke-width', 1.8);
    }
  }
}
