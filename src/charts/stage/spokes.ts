import { select } from 'd3';
import { slotColor } from '../color.ts';
import type { View } from './point-layer.ts';

/** A line from the hovered point to a centre, plot pixels before zoom. */
export interface PlacedSpoke {
  readonly x: number;
  readonly y: number;
  readonly slot: number;
  readonly nearest: boolean;
}

/** The ring around the hovered point, and its spokes. */
export interface Pointer {
  draw(
    at: readonly [number, number] | null,
    spokes: readonly PlacedSpoke[],
    view: View,
    palette: readonly string[],
    grey: string,
  ): void;
}

export function createPointer(svg: SVGSVGElement): Pointer {
  const lines = select(svg).append('g').attr('class', 'cs-spokes').attr('aria-hidden', 'true');
  const rings = select(svg).append('g').attr('class', 'cs-hover').attr('aria-hidden', 'true');
  return {
    draw(at, spokes, { k, x: tx, y: ty }, palette, grey) {
      const cx = (at?.[0] ?? 0) * k + tx;
      const cy = (at?.[1] ?? 0) * k + ty;
      lines
        .selectAll('line')
        .data(at ? spokes : [])
        .join('line')
        .attr('class', (spoke) => (spoke.nearest ? 'cs-spoke-nearest' : null))
        .attr('x1', cx)
        .attr('y1', cy)
        .attr('x2', (spoke) => spoke.x * k + tx)
        .attr('y2', (spoke) => spoke.y * k + ty)
        .attr('stroke', (spoke) => slotColor(palette, spoke.slot, grey));
      rings
        .selectAll('circle')
        .data(at ? [at] : [])
        .join('circle')
        .attr('r', 9)
        .attr('cx', cx)
        .attr('cy', cy);
    },
  };
}
