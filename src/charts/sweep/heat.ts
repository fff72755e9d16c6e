import { onlyChanged } from '../only-changed.ts';
import './sweep.css';
import { select } from 'd3';
import { type Chart, frameScheduler, pixelRatio, watchLook, watchSize } from '../chart.ts';
import { readableOn } from '../color.ts';
import { placeByKey, spaced } from './place-scale.ts';
import type { SweepHeatData, WalkCallbacks } from './types.ts';

const LEFT = 76;
const RIGHT = 16;
const TOP = 8;
const BOTTOM = 44;
/** The rows share so much height, each at least and at most … */
const HEIGHT = 300;
const ROW = { least: 3, most: 44 };
/** Cells at least this large have their value written in them. */
const ROOM = { width: 38, height: 18 };

interface Box {
  readonly width: number;
  readonly height: number;
  readonly cell: { readonly width: number; readonly height: number };
}

/** A sweep of two parameters as colours. Arrows walk from cell to cell, Enter picks. The first row is the lowest. */
export function createSweepHeat(node: HTMLElement, callbacks: WalkCallbacks): Chart<SweepHeatData> {
  const root = select(node).append('div').attr('class', 'cs-heat').attr('tabindex', 0).attr('role', 'group');
  root.attr('aria-roledescription', 'heat map');
  const canvas = root.append('canvas').attr('aria-hidden', 'true');
  const svg = root.append('svg').attr('class', 'cs-sweep').attr('aria-hidden', 'true');
  const axes = svg.append('g');
  const over = svg.append('g');
  let data: SweepHeatData | null = null;
  let width = 0;
  let box: Box | null = null;

  const columns = () => data!.x.places.length;
  const rows = () => data!.y.places.length;
  const left = (cell: number) => LEFT + (cell % columns()) * box!.cell.width;
  const top = (cell: number) => TOP + (rows() - 1 - Math.floor(cell / columns())) * box!.cell.height;

  function layOut(): Box {
    const height = Math.min(ROW.most, Math.max(ROW.least, HEIGHT / rows()));
    const cell = { width: Math.min(96, (width - LEFT - RIGHT) / columns()), height };
    return { width, height: TOP + height * rows() + BOTTOM, cell };
  }

  function drawAll(): void {
    if (!data || width < 100) return;
    box = layOut();
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
    drawCells(context, data, box);
    drawAxes();
    drawCursor();
  }

  function drawCells(
    context: CanvasRenderingContext2D,
    { values, failed, colors, range, format }: SweepHeatData,
    { cell }: Box,
  ) {
    const style = getComputedStyle(node);
    const [error, font] = [style.getPropertyValue('--cs-error'), style.fontFamily];
    const gap = cell.width > 12 && cell.height > 12 ? 1 : 0;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    for (const [i, value] of values.entries()) {
      const [x, y] = [left(i), top(i)];
      const [middleX, middleY] = [x + cell.width / 2, y + cell.height / 2];
      if (failed[i]) {
        context.strokeStyle = error;
        const arm = Math.min(5, cell.width / 3, cell.height / 3);
        context.beginPath();
        context.moveTo(middleX - arm, middleY - arm);
        context.lineTo(middleX + arm, middleY + arm);
        context.moveTo(middleX + arm, middleY - arm);
        context.lineTo(middleX - arm, middleY + arm);
        context.stroke();
      }
      if (value === null) continue;
      const share = range[1] > range[0] ? (value - range[0]) / (range[1] - range[0]) : 0.5;
      const color = colors[Math.min(colors.length - 1, Math.max(0, Math.round(share * (colors.length - 1))))]!;
      context.fillStyle = color;
      // Cells meet exactly on whole pixels, so that no seam shows.
      const [x0, y0] = gap ? [x, y] : [Math.floor(x), Math.floor(y)];
      const [x1, y1] = gap
        ? [x + cell.width, y + cell.height]
        : [Math.ceil(x + cell.width), Math.ceil(y + cell.height)];
      context.fillRect(x0, y0, x1 - x0 - gap, y1 - y0 - gap);
      if (cell.width < ROOM.width || cell.height < ROOM.height) continue;
      context.fillStyle = readableOn(color);
      context.font = `11px ${font}`;
      context.fillText(format(value), middleX, middleY + 0.5, cell.width - 4);
    }
  }

  function drawAxes(): void {
    axes.selectAll('*').remove();
    const { x, y } = data!;
    const { cell } = box!;
    const bottom = TOP + cell.height * rows();
    const middles = x.places.map((_, i) => LEFT + (i + 0.5) * cell.width);
    for (const place of spaced(middles, 44)) {
      axes
        .append('text')
        .attr('class', 'tick')
        .attr('x', middles[place]!)
        .attr('y', bottom + 16)
        .attr('text-anchor', 'middle')
        .text(x.places[place]!.label);
    }
    const heights = y.places.map((_, i) => bottom - (i + 0.5) * cell.height);
    for (const place of spaced(heights, 16)) {
      axes
        .append('text')
        .attr('class', 'tick')
        .attr('x', LEFT - 8)
        .attr('y', heights[place]!)
        .attr('dy', '0.32em')
        .attr('text-anchor', 'end')
        .text(y.places[place]!.label);
    }
    axes
      .append('text')
      .attr('class', 'title')
      .attr('x', LEFT + (cell.width * columns()) / 2)
      .attr('y', bottom + 36)
      .attr('text-anchor', 'middle')
      .text(x.title);
    axes
      .append('text')
      .attr('class', 'title')
      .attr('transform', `translate(12,${(TOP + bottom) / 2}) rotate(-90)`)
      .attr('text-anchor', 'middle')
      .text(y.title);
  }

  function drawCursor(): void {
    if (!data || !box) return;
    over.selectAll('*').remove();
    const outline = (cell: number, kind: string) =>
      over
        .append('rect')
        .attr('class', kind)
        .attr('x', left(cell) - 0.5)
        .attr('y', top(cell) - 0.5)
        .attr('width', Math.max(4, box!.cell.width))
        .attr('height', Math.max(4, box!.cell.height))
        .attr('rx', 2);
    if (data.best !== null) {
      outline(data.best, 'best-back');
      outline(data.best, 'best-cell');
    }
    if (data.cursor !== null) {
      outline(data.cursor, 'cursor-back');
      outline(data.cursor, 'cursor-cell');
    }
  }

  function cellAt(event: MouseEvent): number | null {
    if (!data || !box) return null;
    const frame = root.node()!.getBoundingClientRect();
    const column = Math.floor((event.clientX - frame.left - LEFT) / box.cell.width);
    const row = rows() - 1 - Math.floor((event.clientY - frame.top - TOP) / box.cell.height);
    const isInside = column >= 0 && column < columns() && row >= 0 && row < rows();
    return isInside ? column + row * columns() : null;
  }

  function onKey(event: KeyboardEvent): void {
    if (!data || event.ctrlKey || event.metaKey || event.altKey) return;
    const shown = data.cursor ?? data.best ?? 0;
    const [column, row] = [shown % columns(), Math.floor(shown / columns())];
    const isUpright = event.key === 'ArrowUp' || event.key === 'ArrowDown';
    const next = isUpright ? placeByKey(event.key, row, rows()) : placeByKey(event.key, column, columns());
    if (event.key === 'Enter') callbacks.onPick(shown);
    else if (event.key === 'Escape' && data.cursor !== null) callbacks.onWalk(null);
    else if (next === null) return;
    else callbacks.onWalk(isUpright ? column + next * columns() : next + row * columns());
    event.preventDefault();
    event.stopPropagation();
  }

  root
    .on('pointermove', (event: PointerEvent) => callbacks.onWalk(cellAt(event)))
    .on('pointerleave', (event: PointerEvent) => event.pointerType === 'mouse' && callbacks.onWalk(null))
    .on('click', (event: MouseEvent) => {
      const cell = cellAt(event);
      if (cell !== null) callbacks.onPick(cell);
    })
    .on('keydown', onKey);

  const whole = frameScheduler(drawAll);
  const cursorOnly = frameScheduler(drawCursor);
  const stopSize = watchSize(node, (next) => {
    width = next;
    whole.schedule();
  });
  const stopLook = watchLook(() => whole.schedule());

  return {
    update(next) {
      const before = data;
      data = next;
      if (onlyChanged(before, next, 'cursor')) cursorOnly.schedule();
      else whole.schedule();
    },
    destroy() {
      whole.cancel();
      cursorOnly.cancel();
      stopSize();
      stopLook();
      root.remove();
    },
  };
}
