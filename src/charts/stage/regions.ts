import { select } from 'd3';
import { slotColor } from '../color.ts';
import type { View } from './point-layer.ts';

/** Faint fills under the points. */
export interface Regions {
  draw(
    regions: readonly { slot: number; ring: Float32Array }[],
    view: View,
    palette: readonly string[],
    grey: string,
  ): void;
}

/** A ring's path; a corner that is no number ends one outline, and the next begins. */
function path(ring: Float32Array, { k, x, y }: View): string | null {
  if (ring.length < 6) return null;
  const outlines: string[][] = [[]];
  for (let i = 0; i < ring.length; i += 2) {
    if (Number.isNaN(ring[i]!)) outlines.push([]);
    else outlines.at(-1)!.push(`${(ring[i]! * k + x).toFixed(1)},${(ring[i + 1]! * k + y).toFixed(1)}`);
  }
  return outlines.map((corners) => `M${corners.join('L')}Z`).join('');
}

export function createRegions(svg: SVGSVGElement): Regions {
  const group = select(svg).append('g').attr('class', 'cs-regions');
  return {
    draw(regions, view, palette, grey) {
      group
        .selectAll('path')
        .data(regions)
        .join('path')
        .attr('fill-rule', 'evenodd')
        .attr('fill', ({ slot }) => slotColor(palette, slot, grey))
        .attr('d', ({ ring }) => path(ring, view));
    },
  };
}
