import { select } from 'd3';
import { slotColor } from '../color.ts';
import type { View } from './point-layer.ts';
import type { Scales } from './scales.ts';
import type { StageRegion } from './types.ts';

/** Faint fills under the points. */
export interface Regions {
  set(regions: readonly StageRegion[], scales: Scales, palette: readonly string[], grey: string): void;
  draw(view: View): void;
}

export function createRegions(svg: SVGSVGElement): Regions {
  const group = select(svg).append('g').attr('class', 'cs-regions');
  return {
    set(regions, { x, y }, palette, grey) {
      group
        .selectAll('path')
        .data(regions)
        .join('path')
        .attr('fill', (region) => slotColor(palette, region.slot, grey))
        .attr('d', ({ polygon }) =>
          polygon.length < 3
            ? null
            : `M${polygon.map((p) => `${x(p[0]).toFixed(2)},${y(p[1]).toFixed(2)}`).join('L')}Z`,
        );
    },
    draw(view) {
      group.attr('transform', `translate(${view.x},${view.y}) scale(${view.k})`);
    },
  };
}
