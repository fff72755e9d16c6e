import { select } from 'd3';
import { slotColor } from '../color.ts';
import { ballPath } from './ball.ts';
import type { PlacedCenter } from './centers.ts';
import type { View } from './point-layer.ts';
import type { Scales } from './scales.ts';
import { type SeenDisc, seenDisc } from './seen-disc.ts';
import type { StageSpokes } from './types.ts';

/** A line from the hovered point to a centre, plot pixels before zoom. */
export interface PlacedSpoke {
  readonly x: number;
  readonly y: number;
  readonly slot: number;
  readonly nearest: boolean;
}

/** What goes with the hovered point besides spokes. */
export interface Around {
  /** Pixels with zoom. */
  readonly disc: SeenDisc | null;
  /** A way, x and y in turn, plot pixels before zoom. */
  readonly path: readonly number[];
}

/** The ring around the hovered point, its spokes, and what is within its reach. */
export interface Pointer {
  draw(
    at: readonly [number, number] | null,
    spokes: readonly PlacedSpoke[],
    around: Around,
    view: View,
    palette: readonly string[],
    grey: string,
  ): void;
}

/** A spoke ends where its centre is seen, even while that glides. */
export function placeSpokes(
  spokes: StageSpokes | null,
  centers: readonly PlacedCenter[],
  scales: Scales,
): PlacedSpoke[] {
  return (spokes?.to ?? []).map(({ x, y, slot, nearest }) => {
    const own = centers.find(({ center }) => center.slot === slot && center.x === x && center.y === y);
    return { x: own ? own.x : scales.x(x), y: own ? own.y : scales.y(y), slot, nearest };
  });
}

export function placeAround(spokes: StageSpokes | null, scales: Scales, view: View): Around {
  if (!spokes) return { disc: null, path: [] };
  const { disc, path } = spokes;
  return {
    disc: disc && seenDisc(disc, scales, view),
    path: path.flatMap(([x, y]) => [scales.x(x), scales.y(y)]),
  };
}

export function createPointer(svg: SVGSVGElement): Pointer {
  const lines = select(svg).append('g').attr('class', 'cs-spokes').attr('aria-hidden', 'true');
  const rings = select(svg).append('g').attr('class', 'cs-hover').attr('aria-hidden', 'true');
  return {
    draw(at, spokes, { disc: reach, path }, { k, x: tx, y: ty }, palette, grey) {
      const cx = (at?.[0] ?? 0) * k + tx;
      const cy = (at?.[1] ?? 0) * k + ty;
      lines
        .selectAll('path.cs-reach')
        .data(at && reach ? [reach] : [])
        .join((enter) => enter.insert('path', 'line'))
        .attr('class', 'cs-reach')
        .attr('d', (disc) => ballPath(disc.x, disc.y, disc.rx, disc.ry, disc.power))
        .attr('fill', ({ slot }) => slotColor(palette, slot, grey))
        .attr('stroke', ({ slot }) => slotColor(palette, slot, grey));
      lines
        .selectAll('polyline')
        .data(at && path.length > 0 ? [path] : [])
        .join('polyline')
        .attr('points', (way) => way.map((v, i) => v * k + (i % 2 === 0 ? tx : ty)).join(' '));
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
