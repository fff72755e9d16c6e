import type { StageDisc } from './overlay-types.ts';
import type { View } from './point-layer.ts';
import type { Scales } from './scales.ts';

/** A disc as it is seen: plot pixels, zoom included. */
export interface SeenDisc {
  readonly x: number;
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
  readonly power: number;
  readonly slot: number;
}

/** Pixels of one data unit of x at zoom k. */
export function pixelsPerUnit({ x }: Scales, k: number): number {
  return Math.abs(x(1) - x(0)) * k;
}

export function seenDisc({ x, y, rx, ry, power, slot }: StageDisc, scales: Scales, view: View): SeenDisc {
  const { k } = view;
  const height = Math.abs(scales.y(1) - scales.y(0)) * k;
  return {
    x: scales.x(x) * k + view.x,
    y: scales.y(y) * k + view.y,
    rx: rx * pixelsPerUnit(scales, k),
    ry: ry * height,
    power,
    slot,
  };
}
