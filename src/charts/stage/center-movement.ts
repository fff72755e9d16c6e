import type { PlacedCenter } from './centers.ts';
import { createMovement } from './movement.ts';
import type { View } from './point-layer.ts';
import { IDENTITY, type Scales } from './scales.ts';
import type { StageCenter } from './types.ts';

/** Centres on their way, told apart by their labels. */
export interface CenterMovement {
  readonly running: boolean;
  moveTo(centers: readonly StageCenter[], scales: Scales, now: number, duration: number, seen: View): void;
  /**
   * Holds one centre at a place, whatever comes meanwhile: it is being dragged. Once it is `released` it stays there until
   * the next `moveTo`, and moves on from there.
   */
  hold(label: number, x: number, y: number, released: boolean): void;
  placed(now: number): PlacedCenter[];
}

export function createCenterMovement(): CenterMovement {
  const movement = createMovement();
  let centers: readonly StageCenter[] = [];
  let trails: Float32Array[] = [];
  let held: { label: number; x: number; y: number; released: boolean } | null = null;

  const placeOf = (i: number, now: number): readonly [number, number] =>
    held && centers[i]!.label === held.label ? [held.x, held.y] : movement.at(i, now);

  return {
    get running() {
      return movement.running;
    },
    hold(label, x, y, released) {
      held = { label, x, y, released };
    },
    moveTo(next, scales, now, duration, seen) {
      const same = next.length === centers.length && next.every((c, i) => c.label === centers[i]!.label);
      if (held?.released) {
        const places = centers.map((_, i) => placeOf(i, now));
        const [x, y] = [0, 1].map((d) => Float32Array.from(places, (place) => place[d]!));
        movement.moveTo(x!, y!, now, 0, IDENTITY);
        held = null;
      }
      centers = next;
      trails = next.map(({ trail }) => Float32Array.from(trail.flatMap(([x, y]) => [scales.x(x), scales.y(y)])));
      const toX = Float32Array.from(next, (center) => scales.x(center.x));
      const toY = Float32Array.from(next, (center) => scales.y(center.y));
      movement.moveTo(toX, toY, now, same ? duration : 0, seen);
    },
    placed(now) {
      return centers.map((center, i) => {
        const [x, y] = placeOf(i, now);
        const joined = held?.label !== center.label || trails[i]!.length === 0;
        // The way of a centre that is held ends where it would go, not at the hand.
        const trail = joined ? trails[i]! : Float32Array.of(...trails[i]!, ...movement.at(i, now));
        return { center, x, y, trail, joined };
      });
    },
  };
}
