import { listen } from '../listen.ts';
import type { WalkCallbacks } from './types.ts';

/** The places of a chart, for hand and keys. */
interface Places {
  /** The place under the pointer; null where there is none. */
  at(event: MouseEvent): number | null;
  /** Where it is walked to, and what is marked meanwhile where it is not; null while nothing is drawn. */
  shown(): { readonly cursor: number | null; readonly marked: number | null } | null;
  /** The place that a key leads to from there; null for a key that leads nowhere. */
  byKey(key: string, from: number | null): number | null;
}

/**
 * Lets hand and keys walk over a chart: the pointer and the arrows go from place to place, a click or Enter picks, Escape leaves.
 * A finger, which cannot hover, walks with its first tap on a place and picks with the second.
 */
export function walkable(root: Element, places: Places, { onWalk, onPick }: WalkCallbacks): void {
  let before: number | null = null;
  const onDown = () => {
    before = places.shown()?.cursor ?? null;
  };
  const onClick = (event: PointerEvent) => {
    const place = places.shown() ? places.at(event) : null;
    if (place === null) return;
    if (event.pointerType === 'touch' && place !== before) onWalk(place);
    else onPick(place);
  };
  const onKey = (event: KeyboardEvent) => {
    const shown = places.shown();
    if (!shown || event.ctrlKey || event.metaKey || event.altKey) return;
    const from = shown.cursor ?? shown.marked;
    if (event.key === 'Enter' && from !== null) onPick(from);
    else if (event.key === 'Escape' && shown.cursor !== null) onWalk(null);
    else {
      const next = places.byKey(event.key, from);
      if (next === null) return;
      onWalk(next);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  listen(root, [
    ['pointermove', (event: PointerEvent) => places.shown() && onWalk(places.at(event))],
    ['pointerleave', (event: PointerEvent) => event.pointerType === 'mouse' && onWalk(null)],
    ['pointerdown', onDown],
    ['click', onClick],
    ['keydown', onKey],
  ]);
}
