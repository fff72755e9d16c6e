import { select } from 'd3';
import { readableOn, slotColor } from '../color.ts';
import type { View } from './point-layer.ts';
import type { StageCenter } from './types.ts';

/** A centre where it is seen, in plot pixels before zoom. */
export interface PlacedCenter {
  readonly center: StageCenter;
  readonly x: number;
  readonly y: number;
  /** x0, y0, x1, y1, …: where it was, oldest first. */
  readonly trail: Float32Array;
  /** Whether the trail leads to where the centre is seen; one that is held is off its way. */
  readonly joined: boolean;
}

/** Trails and handles. */
export interface Centers {
  /** @param draggable whether the handles can be moved (and so are focusable buttons). */
  draw(
    centers: readonly PlacedCenter[],
    view: View,
    palette: readonly string[],
    grey: string,
    draggable: boolean,
  ): void;
  /** The handles by label, for focus. */
  readonly handles: SVGGElement;
}

/** Earlier places beyond this many are drawn as line only. */
const MAX_DOTS = 40;

function trailPath({ trail, x, y, joined }: PlacedCenter, { k, x: tx, y: ty }: View): string {
  const corners: string[] = [];
  for (let i = 0; i < trail.length; i += 2) {
    corners.push(`${(trail[i]! * k + tx).toFixed(1)},${(trail[i + 1]! * k + ty).toFixed(1)}`);
  }
  if (joined) corners.push(`${(x * k + tx).toFixed(1)},${(y * k + ty).toFixed(1)}`);
  return `M${corners.join('L')}`;
}

function trailDots({ trail, center }: PlacedCenter): { x: number; y: number; slot: number }[] {
  const dots = [];
  const first = Math.max(0, trail.length / 2 - MAX_DOTS);
  for (let i = first; i < trail.length / 2; i++)
    dots.push({ x: trail[2 * i]!, y: trail[2 * i + 1]!, slot: center.slot });
  return dots;
}

/** Above so many, centres are small and without numbers: fewer where they cannot be told apart by hand anyway. */
const MANY = { draggable: 60, fixed: 24 };

export function createCenters(svg: SVGSVGElement): Centers {
  const trails = select(svg).append('g').attr('class', 'cs-trails').attr('aria-hidden', 'true');
  const dots = select(svg).append('g').attr('class', 'cs-trail-dots').attr('aria-hidden', 'true');
  const handles = select(svg).append('g').attr('class', 'cs-centers');

  return {
    handles: handles.node()!,
    draw(centers, view, palette, grey, draggable) {
      const { k, x: tx, y: ty } = view;
      const color = (slot: number) => slotColor(palette, slot, grey);
      const many = centers.length > (draggable ? MANY.draggable : MANY.fixed);
      const radius = many ? 4.5 : centers.length > 30 ? 7 : 9;
      trails
        .selectAll('path')
        .data(centers.filter((placed) => placed.trail.length > 0))
        .join('path')
        .attr('d', (placed) => trailPath(placed, view));
      dots
        .selectAll('circle')
        .data(centers.flatMap(trailDots))
        .join('circle')
        .attr('r', 3)
        .attr('cx', (dot) => dot.x * k + tx)
        .attr('cy', (dot) => dot.y * k + ty)
        .attr('stroke', (dot) => color(dot.slot));
      handles
        .selectAll<SVGGElement, PlacedCenter>('g')
        .data(centers, (placed) => placed.center.label)
        .join((enter) => {
          const g = enter.append('g').attr('class', 'cs-center');
          g.append('circle').attr('class', 'cs-center-grip').attr('r', 20);
          g.append('circle').attr('class', 'cs-center-ring');
          g.append('circle').attr('class', 'cs-center-disc');
          g.append('text').attr('dy', '0.35em').attr('text-anchor', 'middle');
          return g;
        })
        .attr('tabindex', draggable ? 0 : null)
        .attr('role', draggable ? 'button' : null)
        .attr('aria-hidden', draggable ? null : 'true')
        .attr('data-label', (placed) => placed.center.label)
        .attr('aria-label', (placed) => `Centre ${placed.center.label}`)
        .attr('aria-description', ({ center }) =>
          draggable
            ? `At ${center.x.toPrecision(4)}, ${center.y.toPrecision(4)}. Arrow keys move it, Enter lets go.`
            : null,
        )
        .attr('transform', (placed) => `translate(${placed.x * k + tx},${placed.y * k + ty})`)
        .each(function ({ center }) {
          const g = select(this);
          g.select('.cs-center-ring').attr('r', radius + 2);
          g.select('.cs-center-disc').attr('r', radius).attr('fill', color(center.slot));
          g.select('text')
            .attr('fill', readableOn(color(center.slot)))
            .text(many ? '' : center.label);
        });
    },
  };
}
