import { select } from 'd3';
import { type PlotBox, tickCount } from './layout.ts';
import type { View } from './point-layer.ts';
import { type Scales, zoomedScale } from './scales.ts';

interface Tick {
  readonly text: string;
  readonly at: number;
}

const glyph = 6.4;

function ticksOf(scale: Scales['x'], count: number): Tick[] {
  const format = scale.tickFormat(count);
  return scale.ticks(count).map((value) => ({ text: format(value), at: scale(value) }));
}

/** Room in pixels that the labels of an axis need at its left. */
export function labelRoom(scale: Scales['y'], pixels: number): number {
  const longest = Math.max(0, ...ticksOf(scale, tickCount(pixels, 56)).map((tick) => tick.text.length));
  return longest * glyph;
}

/** 'plain': figures, but no lines. 'bare': neither, for the axes say nothing. */
export type AxisLines = 'grid' | 'plain' | 'bare';

/** Draws ticks, titles and, where `grid` says so, faint lines. */
export interface Axes {
  draw(scales: Scales, box: PlotBox, view: View, titles: { x: string; y: string }, lines: AxisLines): void;
}

export function createAxes(svg: SVGSVGElement): Axes {
  const root = select(svg);
  const lines = root.append('g').attr('class', 'cs-grid');
  const frame = root.append('path').attr('class', 'cs-frame');
  const labelsX = root.append('g').attr('class', 'cs-ticks cs-ticks-x');
  const labelsY = root.append('g').attr('class', 'cs-ticks cs-ticks-y');
  const titleX = root.append('text').attr('class', 'cs-title').attr('text-anchor', 'end');
  const titleY = root
    .append('text')
    .attr('class', 'cs-title')
    .attr('text-anchor', 'end')
    .attr('transform', 'rotate(-90)');

  return {
    draw(scales, { left, top, right: margin, width, height }, view, titles, look) {
      const isBare = look === 'bare';
      const x = isBare ? [] : ticksOf(zoomedScale(scales.x, view.k, view.x), tickCount(width, 80));
      const y = isBare ? [] : ticksOf(zoomedScale(scales.y, view.k, view.y), tickCount(height, 56));
      const right = left + width;
      const bottom = top + height;
      frame.attr('d', isBare ? null : `M${left - 0.5},${top}V${bottom + 0.5}H${right}`);
      labelsX
        .selectAll('text')
        .data(x)
        .join('text')
        .attr('x', ({ at, text }) => Math.min(left + at, right + margin - (text.length * glyph) / 2))
        .attr('y', bottom + 18)
        .attr('text-anchor', 'middle')
        .text((tick) => tick.text);
      labelsY
        .selectAll('text')
        .data(y)
        .join('text')
        .attr('x', left - 8)
        .attr('y', (tick) => top + tick.at)
        .attr('dy', '0.35em')
        .attr('text-anchor', 'end')
        .text((tick) => tick.text);
      const vertical = x.map((tick) => `M${Math.round(left + tick.at) + 0.5},${top}V${bottom}`);
      const horizontal = y.map((tick) => `M${left},${Math.round(top + tick.at) + 0.5}H${right}`);
      lines
        .selectAll('path')
        .data(look === 'grid' ? [[...vertical, ...horizontal].join('')] : [])
        .join('path')
        .attr('d', (d) => d);
      titleX
        .attr('x', right)
        .attr('y', bottom + 38)
        .text(titles.x);
      titleY.attr('x', -top).attr('y', 16).text(titles.y);
    },
  };
}
