import { NOISE } from '../../engine/types.ts';
import { SHAPE_COUNT } from '../shapes.ts';
import { FILLED, HOLLOW } from './overlay-types.ts';
import type { StageData } from './types.ts';

/** How a mark looks, packed into a small integer. */
export interface MarkStyle {
  readonly shape: number;
  /** Index into the palette, or -1 for grey. */
  readonly slot: number;
  readonly outlined: boolean;
  /** FILLED, HOLLOW or CROSS. */
  readonly kind: number;
}

/** @param outlined 0 or 1 */
export function styleKey(slot: number, shape: number, outlined: number, kind: number): number {
  return (((slot + 1) * SHAPE_COUNT + shape) << 3) | (outlined << 2) | kind;
}

export function styleOf(key: number): MarkStyle {
  const rest = key >> 3;
  return {
    shape: rest % SHAPE_COUNT,
    slot: Math.floor(rest / SHAPE_COUNT) - 1,
    outlined: (key & 4) !== 0,
    kind: key & 3,
  };
}

/** The look of n marks, and the order in which to draw them. */
export interface Marks {
  /** n style keys. */
  readonly keys: Uint16Array;
  /** n rows: muted ones first, then plain ones, then those outlined, so that what matters lies on top. */
  readonly order: Uint32Array;
  /** How many of `order`, from its start, are muted. */
  readonly muted: number;
}

type MarkData = Pick<StageData, 'labels' | 'colorOf' | 'shapeOf' | 'changed' | 'selection' | 'palette'> & {
  readonly kinds?: Uint8Array | null;
};

/** Styles and drawing order. `changed` may name rows out of range (they are ignored). */
export function layOutMarks(data: MarkData): Marks {
  const { labels, colorOf, shapeOf, changed, selection, palette, kinds } = data;
  const n = labels.length;
  const outlined = new Uint8Array(n);
  for (const row of changed) outlined[row] = 1;
  const keys = new Uint16Array(n);
  const layer = new Uint8Array(n);
  const count = [0, 0, 0];
  const colors = Math.max(1, palette.length);
  for (let i = 0; i < n; i++) {
    const color = colorOf[i]!;
    const slot = color < 0 ? -1 : color % colors;
    const shape = shapeOf ? shapeOf[i]! % SHAPE_COUNT : 0;
    const kind = kinds ? kinds[i]! : labels[i] === NOISE ? HOLLOW : FILLED;
    keys[i] = styleKey(slot, shape, outlined[i]!, kind);
    const at = selection && !selection.has(i) ? 0 : outlined[i] ? 2 : 1;
    layer[i] = at;
    count[at]!++;
  }
  const next = [0, count[0]!, count[0]! + count[1]!];
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[next[layer[i]!]!++] = i;
  return { keys, order, muted: count[0]! };
}
