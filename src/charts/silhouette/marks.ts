import { select } from 'd3';
import type { SilhouetteLayout } from './layout.ts';

/** The plot's box in its node. */
export interface SilhouetteBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** All that is not a bar: ticks, cluster numbers, the mean, the row under the pointer, the brush. */
export interface SilhouetteMarks {
  draw(layout: SilhouetteLayout, box: SilhouetteBox, x: (value: number) => number, mean: number | null): void;
  hover(bar: { x: number; y: number; width: number; height: number } | null): void;
  brush(band: { y: number; height: number } | null, box: SilhouetteBox): void;
  clear(): void;
}

export function createMarks(svg: SVGSVGElement): SilhouetteMarks {
  const root = select(svg);
  const zero = root.append('line').attr('class', 'cs-silhouette-zero');
  const ticks = root.append('g');
  const names = root.append('g');
  const mean = root.append('g').attr('class', 'cs-silhouette-mean');
  const hover = root.append('g').attr('class', 'cs-silhouette-hover');
  const brush = root.append('g').attr('class', 'cs-silhouette-brush');

  return {
    draw({ blocks, rowHeight, low }, { left, top, width, height }, x, meanValue) {
      zero
        .attr('x1', left + x(0))
        .attr('x2', left + x(0))
        .attr('y1', top)
        .attr('y2', top + height);
      ticks
        .selectAll('text')
        .data(low < -0.25 ? [low, 0, 0.5, 1] : [0, 0.5, 1])
        .join('text')
        .attr('x', (value) => left + x(value))
        .attr('y', top + height + 14)
        .attr('text-anchor', (value) => (value === 1 ? 'end' : 'middle'))
        .text((value) => String(value).replace('-', '−'));
      names
        .selectAll('text')
        .data(blocks.filter(({ first, last }) => (last - first) * rowHeight >= 9))
        .join('text')
        .attr('x', 0)
        .attr('y', ({ top: blockTop, first, last }) => top + blockTop + ((last - first) * rowHeight) / 2)
        .attr('dy', '0.35em')
        .text(({ label }) => (label < 0 ? '–' : label));
      // The mean's label has a line of its own above the bars, so it meets neither them nor the ticks.
      const at = meanValue === null ? 0 : left + x(Math.max(low, meanValue));
      const anchor = at > left + width - 36 ? 'end' : at < left + 36 ? 'start' : 'middle';
      mean
        .selectAll('line')
        .data(meanValue === null ? [] : [meanValue])
        .join('line')
        .attr('x1', at)
        .attr('x2', at)
        .attr('y1', top - 4)
        .attr('y2', top + height);
      mean
        .selectAll('text')
        .data(meanValue === null ? [] : [meanValue])
        .join('text')
        .attr('x', anchor === 'end' ? left + width : anchor === 'start' ? left : at)
        .attr('y', top - 8)
        .attr('text-anchor', anchor)
        .text((value) => `mean ${value.toFixed(2).replace('-', '−')}`);
    },
    hover(bar) {
      hover
        .selectAll('rect')
        .data(bar ? [bar] : [])
        .join('rect')
        .attr('x', (d) => d.x)
        .attr('y', (d) => d.y)
        .attr('width', (d) => d.width)
        .attr('height', (d) => d.height);
    },
    brush(band, { left, width }) {
      brush
        .selectAll('rect')
        .data(band ? [band] : [])
        .join('rect')
        .attr('x', left)
        .attr('width', width)
        .attr('y', (d) => d.y)
        .attr('height', (d) => d.height);
    },
    clear() {
      for (const group of [ticks, names, mean, hover, brush]) group.selectAll('*').remove();
    },
  };
}
