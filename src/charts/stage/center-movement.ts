import type { PlacedCenter } from './centers.ts';
import { createMovement } from './movement.ts';
import type { View } from './point-layer.ts';
import { IDENTITY, type Scales } from './scales.ts';
import type { StageCenter } from './types.ts';

/** Centres on their way, told apart by their labels. */
export interface CenterMovement {
  readonly running: boolean;
  moveTo(centers: readonly StageCenter[], scales: Scales, now: number, duration: number, seen: View): void;
  /** Holds one centre at a place (it is being dragged), or lets go of it: then it moves from there. */
  hold(label: number, x: number, y: number): void;
  placed(now: number): PlacedCenter[];
}

export function createCenterMovement(): CenterMovement {
  const movement = createMovement();
  let centers: readonly StageCenter[] = [];
  let trails: Float32Array[] = [];
  const held = new Map<number, readonly [number, number]>();

  return {
    get running() {
      return movement.running;
    },
    hold(label, x, y) {
      held.set(label, [x, y]);
    },
    moveTo(next, scales, now, duration, seen) {
      const before = centers;
      const sameCenters = next.length === before.length && next.every((c, i) => c.label === before[i]!.label);
      centers = next;
      trails = next.map(({ trail }) => Float32Array.from(trail.flatMap(([x, y]) => [scales.x(x), scales.y(y)])));
      const toX = Float32Array.from(next, (center) => scales.x(center.x));
      const toY = Float32Array.from(next, (center) => scales.y(center.y));
      if (held.size > 0) {
        // What was held starts from where it was let go.
        const from = before.map((_, i) => movement.at(i, now));
        before.forEach((center, i) => {
          from[i] = (held.get(center.label) as [number, number] | undefined) ?? from[i]!;
        });
        held.clear();
        const [x, y] = [0, 1].map((d) => Float32Array.from(from, (place) => place[d]!));
        movement.moveTo(x!, y!, now, 0, IDENTITY);
      }
      movement.moveTo(toX, toY, now, sameCenters ? duration : 0, seen);
    },
    placed(now) {
      return centers.map((center, i) => {
        const [x, y] = held.get(center.label) ?? movement.at(i, now);
        return { center, x, y, trail: trails[i]! };
      });
    },
  };
}
