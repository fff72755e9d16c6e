import type { Frame, Matrix } from '../../../engine/types.ts';
import type { Scene } from '../../../ui/picture/view.ts';
import { type Place, placeCenters } from './centers.ts';

/** The last places of a trail that are drawn; older ones say little and cost much. */
const LONGEST = 40;

/** For each centre of frame `index` the places where it stood before, oldest first, standing still left out. */
export function centerTrails(
  scene: Scene,
  frames: readonly Frame[],
  index: number,
  centersOf: (frame: Frame) => Matrix | null = (frame) => frame.centers,
): Place[][] {
  const now = frames[index] && centersOf(frames[index]);
  if (!now) return [];
  const places: Place[][] = [];
  for (let i = Math.max(0, index - 2 * LONGEST); i <= index; i++) {
    const centers = centersOf(frames[i]!);
    if (centers && centers.rows === now.rows) places.push(placeCenters(scene, centers, frames[i]!));
  }
  return Array.from({ length: now.rows }, (_, j) => {
    const trail: Place[] = [];
    for (const all of places) {
      const [x, y] = all[j]!;
      const last = trail.at(-1);
      if (Number.isFinite(x + y) && !(last && last[0] === x && last[1] === y)) trail.push([x, y]);
    }
    trail.pop();
    return trail.slice(-LONGEST);
  });
}
