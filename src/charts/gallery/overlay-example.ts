import { CROSS, FILLED, HOLLOW, INK, type StageOverlay } from '../stage/overlay-types.ts';
import type { StageData } from '../stage/types.ts';
import { petals } from './samples.ts';

const numbers = (...values: number[]) => Float64Array.from(values);

/** Every mark that an overlay can have, over the petals. */
export const overlay: StageOverlay = {
  hulls: [
    { x: numbers(1.0, 1.9, 1.6), y: numbers(0.2, 0.2, 0.6), slot: 0 },
    { x: numbers(3.3, 3.9), y: numbers(1.0, 1.2), slot: 1 },
    { x: numbers(3.0), y: numbers(1.7), slot: 2 },
  ],
  discs: [
    { x: 5, y: 1.8, rx: 0.8, ry: 0.4, power: 2, slot: 2, look: 'filled' },
    { x: 6.3, y: 2.2, rx: 0.4, ry: 0.2, power: 1, slot: 3, look: 'outline' },
    { x: 2.4, y: 1.9, rx: 0.4, ry: 0.2, power: Number.POSITIVE_INFINITY, slot: 4, look: 'dashed' },
  ],
  segments: (['thin', 'strong', 'dashed'] as const).map((look, i) => ({
    x1: numbers(2, 2.2),
    y1: numbers(1 + i / 5, 1.05 + i / 5),
    x2: numbers(2.8, 3),
    y2: numbers(0.8 + i / 5, 0.85 + i / 5),
    slots: Int32Array.of(i, INK),
    look,
  })),
  rings: [
    { rows: Int32Array.of(70), look: 'now' },
    { rows: Int32Array.of(60, 61, 62), look: 'waiting' },
    { rows: Int32Array.of(1, 2, 3), look: 'lit' },
  ],
  dots: (['dot', 'ring', 'cross'] as const).map((look, i) => ({
    x: numbers(5.5 + i / 3),
    y: numbers(0.8),
    slots: Int32Array.of(i),
    look,
    trails: { x: numbers(4.9, 5.2), y: numbers(0.3, 0.5 + i / 10), starts: Int32Array.of(0, 2) },
  })),
  kinds: Uint8Array.from({ length: 150 }, (_, row) => (row % 9 === 0 ? CROSS : row % 4 === 0 ? HOLLOW : FILLED)),
  handle: {
    disc: { x: 5, y: 1.8, rx: 0.8, ry: 0.4, power: 2, slot: 2, look: 'filled' },
    name: 'Disc radius',
    value: 0.8,
    text: 'radius 0.8',
  },
};

export function overlayExample(palette: readonly string[]): StageData {
  const { x, y, classes } = petals();
  return {
    x,
    y,
    labels: classes,
    colorOf: classes,
    shapeOf: null,
    changed: new Int32Array(0),
    centers: [],
    movable: false,
    overlay,
    regions: [],
    selection: null,
    hovered: null,
    spokes: null,
    palette,
    axes: { key: 'petals', x: { title: 'petal length (cm)' }, y: { title: 'petal width (cm)' } },
    tool: 'pan',
    animate: true,
    summary: 'Petal length against petal width of 150 flowers, with every mark of an overlay',
  };
}
