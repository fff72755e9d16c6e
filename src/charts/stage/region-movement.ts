import { createMovement } from './movement.ts';
import type { View } from './point-layer.ts';
import type { Scales } from './scales.ts';
import type { Position, StageRegion } from './types.ts';

/** Regions on their way. A ring is x0, y0, x1, y1, … in plot pixels before zoom, without its first corner at the end. */
export interface RegionMovement {
  readonly running: boolean;
  /** Returns whether anything changed. */
  moveTo(regions: readonly StageRegion[], scales: Scales, now: number, duration: number, seen: View): boolean;
  rings(now: number): { slot: number; ring: Float32Array }[];
}

/** All outlines of a region in pixels, with a corner that is no number between one and the next. */
function ringsOf({ polygon, more = [] }: StageRegion, scales: Scales): Float32Array {
  if (more.length === 0) return ringOf(polygon, scales);
  const rings = [polygon, ...more].map((outline) => [...ringOf(outline, scales), Number.NaN, Number.NaN]);
  return Float32Array.from(rings.flat().slice(0, -2));
}

/** A polygon in pixels. One that closes on its first corner loses that repeat. */
export function ringOf(polygon: readonly Position[], { x, y }: Scales): Float32Array {
  const first = polygon[0];
  const last = polygon.at(-1);
  const closed = polygon.length > 1 && first![0] === last![0] && first![1] === last![1];
  return Float32Array.from((closed ? polygon.slice(0, -1) : polygon).flatMap((p) => [x(p[0]), y(p[1])]));
}

/** `ring` begun at another corner: the one that brings it closest, corner by corner, to `before` (as many corners). */
export function alignRing(ring: Float32Array, before: Float32Array): Float32Array {
  const n = ring.length / 2;
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < n; turn++) {
    let distance = 0;
    for (let i = 0; i < n; i++) {
      const j = (i + turn) % n;
      distance += (ring[2 * j]! - before[2 * i]!) ** 2 + (ring[2 * j + 1]! - before[2 * i + 1]!) ** 2;
    }
    if (distance < least) {
      best = turn;
      least = distance;
    }
  }
  return ring.map((_, i) => ring[(i + 2 * best) % ring.length]!);
}

/** Corners move where each region is of one piece and keeps their number; else the regions jump. */
export function createRegionMovement(): RegionMovement {
  const movement = createMovement();
  let slots: number[] = [];
  let targets: Float32Array[] = [];

  return {
    get running() {
      return movement.running;
    },
    moveTo(regions, scales, now, duration, seen) {
      const rings = regions.map((region) => ringsOf(region, scales));
      const alike =
        rings.length === targets.length &&
        regions.every(
          ({ slot, more }, r) => !more?.length && slot === slots[r] && rings[r]!.length === targets[r]!.length,
        );
      targets = alike ? rings.map((ring, r) => alignRing(ring, targets[r]!)) : rings;
      slots = regions.map(({ slot }) => slot);
      const length = targets.reduce((sum, ring) => sum + ring.length / 2, 0);
      const toX = new Float32Array(length);
      const toY = new Float32Array(length);
      let at = 0;
      for (const ring of targets) {
        for (let i = 0; i < ring.length; i += 2, at++) {
          toX[at] = ring[i]!;
          toY[at] = ring[i + 1]!;
        }
      }
      return movement.moveTo(toX, toY, now, alike ? duration : 0, seen) || !alike;
    },
    rings(now) {
      let at = 0;
      return targets.map((target, r) => {
        const ring = new Float32Array(target.length);
        for (let i = 0; i < ring.length; i += 2, at++) {
          const [x, y] = movement.at(at, now);
          ring[i] = x;
          ring[i + 1] = y;
        }
        return { slot: slots[r]!, ring };
      });
    },
  };
}
