import { createMotion } from './motion.ts';
import type { Places, View } from './point-layer.ts';

/** n points on their way; `from` and `to` in plot pixels before zoom. */
export interface Movement {
  readonly places: Places;
  readonly running: boolean;
  progress(now: number): number;
  /** The place of one point at `now`. */
  at(i: number, now: number): [x: number, y: number];
  /**
   * Sends the points to (toX, toY) in `duration` ms from where they are seen now, through `seen` (the zoom so far; identity
   * if it stays). Another number of points, or no duration, jumps. The same place as before changes nothing, not even a
   * movement under way. Returns whether anything changed. The arrays are kept.
   */
  moveTo(toX: Float32Array, toY: Float32Array, now: number, duration: number, seen: View): boolean;
}

function same(a: Float32Array, b: Float32Array): boolean {
  if (a.length !== b.length) return false;
  // NaN (a missing value) equals NaN here.
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i]) && a[i] !== b[i]) return false;
  return true;
}

export function createMovement(): Movement {
  const motion = createMotion();
  let places: Places = {
    fromX: new Float32Array(0),
    fromY: new Float32Array(0),
    toX: new Float32Array(0),
    toY: new Float32Array(0),
  };
  return {
    get places() {
      return places;
    },
    get running() {
      return motion.running;
    },
    progress: motion.progress,
    at(i, now) {
      const p = motion.progress(now);
      const { fromX, fromY, toX, toY } = places;
      return [fromX[i]! + (toX[i]! - fromX[i]!) * p, fromY[i]! + (toY[i]! - fromY[i]!) * p];
    },
    moveTo(toX, toY, now, duration, seen) {
      const identity = seen.k === 1 && seen.x === 0 && seen.y === 0;
      if (identity && same(toX, places.toX) && same(toY, places.toY)) return false;
      const n = toX.length;
      if (duration <= 0 || n !== places.toX.length) {
        motion.finish();
        places = { fromX: toX, fromY: toY, toX, toY };
        return true;
      }
      const p = motion.progress(now);
      const { fromX, fromY, toX: oldX, toY: oldY } = places;
      const startX = new Float32Array(n);
      const startY = new Float32Array(n);
      for (let i = 0; i < n; i++) {
        startX[i] = (fromX[i]! + (oldX[i]! - fromX[i]!) * p) * seen.k + seen.x;
        startY[i] = (fromY[i]! + (oldY[i]! - fromY[i]!) * p) * seen.k + seen.y;
      }
      places = { fromX: startX, fromY: startY, toX, toY };
      motion.start(now, duration);
      return true;
    },
  };
}
