import { element } from './svg.ts';
import type { FigureData } from './types.ts';

type Plotted = Element & { scale?(name: 'x' | 'y'): { apply(value: number): number } | undefined };

const RADIUS = 5;

/** Rings around the row under the pointer, in a picture that Plot drew; those of another row go. */
export function markRow(drawn: Plotted, { rows, hovered = null }: FigureData, color: string): void {
  drawn.querySelector(':scope > .cs-figure-hovered')?.remove();
  const [x, y] = [drawn.scale?.('x'), drawn.scale?.('y')];
  const places = rows && hovered !== null && x && y ? rows.placesOf(hovered) : [];
  if (places.length === 0) return;
  const group = element('g', { class: 'cs-figure-hovered', fill: 'none', stroke: color, 'stroke-width': 1.8 });
  for (const place of places) {
    group.append(element('circle', { cx: x!.apply(place.x), cy: y!.apply(place.y), r: RADIUS }));
  }
  drawn.append(group);
}
