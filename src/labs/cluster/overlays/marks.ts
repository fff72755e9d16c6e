import type { StageDisc, StageSegments } from '../../../charts/stage/overlay-types.ts';
import { algorithmSpec } from '../../../engine/algorithms/specs.ts';
import type { Scene } from '../../../ui/picture/view.ts';
import { placeBall } from '../picture/places.ts';

/** The choice that a frame's number stands for: a place in the list that the spec gives for the parameter. */
export function choiceOf(algorithm: string, param: string, place: number): string | null {
  const spec = algorithmSpec(algorithm)?.params[param];
  return (spec?.kind === 'choice' && spec.of[place]) || null;
}

/** The power p of the norm that a metric measures by; null for one that measures otherwise (cosine). */
export function normPower(metric: string | null, p: number): number | null {
  switch (metric) {
    case 'euclidean':
    case 'l2':
      return 2;
    case 'manhattan':
    case 'cityblock':
    case 'l1':
      return 1;
    case 'chebyshev':
      return Number.POSITIVE_INFINITY;
    case 'minkowski':
      return p;
    default:
      return null;
  }
}

/** The disc of all within `radius` of a place, by a p-norm of the clustered space; null where the picture has no such disc. */
export function discAround(
  scene: Scene,
  [x, y]: readonly [number, number],
  radius: number,
  slot: number,
  look: StageDisc['look'],
  power: number | null = 2,
): StageDisc | null {
  const ball = power === null ? null : placeBall(scene, power);
  if (!ball || power === null || !Number.isFinite(x + y)) return null;
  return { x, y, rx: ball.rx * radius, ry: ball.ry * radius, power, slot, look };
}

/** Lines from place to place: `count` of them, of which `ends` gives (x1, y1, x2, y2). */
export function segmentsOf(
  count: number,
  look: StageSegments['look'],
  slotOf: (i: number) => number,
  ends: (i: number) => readonly [number, number, number, number],
): StageSegments {
  const all = [0, 1, 2, 3].map(() => new Float64Array(count));
  for (let i = 0; i < count; i++) {
    const place = ends(i);
    for (let e = 0; e < 4; e++) all[e]![i] = place[e]!;
  }
  const [x1, y1, x2, y2] = all;
  return { x1: x1!, y1: y1!, x2: x2!, y2: y2!, slots: Int32Array.from({ length: count }, (_, i) => slotOf(i)), look };
}

export const present = <T>(items: readonly (T | null)[]): T[] => items.filter((item) => item !== null);
