import { createMovement } from './movement.ts';
import type { StageOverlay } from './overlay-types.ts';
import type { View } from './point-layer.ts';
import { placesOf, type Scales } from './scales.ts';

/** Places of marks, x and y beside each other. */
interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export const GROUPS = ['hulls', 'discs', 'segments', 'dots', 'trails'] as const;
export type Group = (typeof GROUPS)[number];

function join(parts: readonly Places[]): Places {
  const length = parts.reduce((sum, { x }) => sum + x.length, 0);
  const all = { x: new Float64Array(length), y: new Float64Array(length) };
  let at = 0;
  for (const { x, y } of parts) {
    all.x.set(x, at);
    all.y.set(y, at);
    at += x.length;
  }
  return all;
}

/**
 * Every place of a group in one line: the corners of hulls; of each disc its middle and the corner of its box; of each set of
 * segments all first ends, then all second ones; dots; the places of trails.
 */
export function placesOfGroup({ hulls, discs, segments, dots }: StageOverlay, group: Group): Places {
  switch (group) {
    case 'hulls':
      return join(hulls);
    case 'discs':
      return {
        x: Float64Array.from(discs.flatMap(({ x, rx }) => [x, x + rx])),
        y: Float64Array.from(discs.flatMap(({ y, ry }) => [y, y + ry])),
      };
    case 'segments':
      return join(
        segments.flatMap(({ x1, y1, x2, y2 }) => [
          { x: x1, y: y1 },
          { x: x2, y: y2 },
        ]),
      );
    case 'dots':
      return join(dots);
    case 'trails':
      return join(dots.flatMap(({ trails }) => (trails ? [trails] : [])));
  }
}

/** Where the marks of each group are seen; a group of the same number of places glides, another jumps. */
export interface OverlayMovement {
  readonly running: boolean;
  /** Returns whether anything changed. */
  moveTo(overlay: StageOverlay, scales: Scales, now: number, duration: number, seen: View): boolean;
  /** Pixels, zoom included. */
  seen(group: Group, now: number, view: View): { x: Float32Array; y: Float32Array };
}

export function createOverlayMovement(): OverlayMovement {
  const movements = new Map(GROUPS.map((group) => [group, createMovement()] as const));
  return {
    get running() {
      return [...movements.values()].some((movement) => movement.running);
    },
    moveTo(overlay, scales, now, duration, seen) {
      let changed = false;
      for (const [group, movement] of movements) {
        const { x, y } = placesOfGroup(overlay, group);
        const moved = movement.moveTo(placesOf(x, scales.x), placesOf(y, scales.y), now, duration, seen);
        changed ||= moved;
      }
      return changed;
    },
    seen(group, now, { k, x: tx, y: ty }) {
      const movement = movements.get(group)!;
      const progress = movement.progress(now);
      const { fromX, fromY, toX, toY } = movement.places;
      const x = new Float32Array(toX.length);
      const y = new Float32Array(toX.length);
      for (let i = 0; i < x.length; i++) {
        x[i] = (fromX[i]! + (toX[i]! - fromX[i]!) * progress) * k + tx;
        y[i] = (fromY[i]! + (toY[i]! - fromY[i]!) * progress) * k + ty;
      }
      return { x, y };
    },
  };
}
