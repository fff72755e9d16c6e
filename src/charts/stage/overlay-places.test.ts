import { expect, test } from 'vitest';
import { GLIDE } from './motion.ts';
import { createOverlayMovement, placesOfGroup } from './overlay-places.ts';
import type { StageOverlay } from './overlay-types.ts';
import { createScales, IDENTITY } from './scales.ts';

const scales = createScales({ x: [0, 10], y: [0, 10] }, { left: 0, top: 0, right: 0, width: 100, height: 100 }, false);
const numbers = (...values: number[]) => Float64Array.from(values);
const overlay: StageOverlay = {
  hulls: [{ x: numbers(1, 2), y: numbers(3, 4), slot: 0 }],
  discs: [{ x: 5, y: 6, rx: 1, ry: 2, power: 2, slot: 0, look: 'filled' }],
  segments: [
    {
      x1: numbers(1, 2),
      y1: numbers(1, 2),
      x2: numbers(3, 4),
      y2: numbers(3, 4),
      slots: Int32Array.of(0, 1),
      look: 'thin',
    },
  ],
  rings: [],
  dots: [
    {
      x: numbers(7),
      y: numbers(8),
      slots: Int32Array.of(0),
      look: 'dot',
      trails: { x: numbers(5, 6), y: numbers(7, 7), starts: Int32Array.of(0, 2) },
    },
  ],
  kinds: null,
  handle: null,
};

test('the places of each group stand in one line: first ends before second ones, a disc by its middle and its corner', () => {
  expect([...placesOfGroup(overlay, 'hulls').y]).toEqual([3, 4]);
  expect([...placesOfGroup(overlay, 'discs').x]).toEqual([5, 6]);
  expect([...placesOfGroup(overlay, 'discs').y]).toEqual([6, 8]);
  expect([...placesOfGroup(overlay, 'segments').x]).toEqual([1, 2, 3, 4]);
  expect([...placesOfGroup(overlay, 'dots').x]).toEqual([7]);
  expect([...placesOfGroup(overlay, 'trails').x]).toEqual([5, 6]);
});

test('a group of as many places glides through the zoom, one of another number jumps', () => {
  const movement = createOverlayMovement();
  movement.moveTo(overlay, scales, 0, 0, IDENTITY);
  const moved: StageOverlay = {
    ...overlay,
    discs: [{ ...overlay.discs[0]!, x: 7, rx: 2 }],
    dots: [{ ...overlay.dots[0]!, x: numbers(7, 9), y: numbers(8, 8), slots: Int32Array.of(0, 0), trails: null }],
  };
  expect(movement.moveTo(moved, scales, 0, GLIDE, IDENTITY)).toBe(true);
  expect(movement.running).toBe(true);
  expect([...movement.seen('discs', 0, IDENTITY).x]).toEqual([50, 60]);
  expect([...movement.seen('dots', 0, IDENTITY).x]).toEqual([70, 90]);
  expect([...movement.seen('discs', GLIDE, { k: 2, x: 1, y: 0 }).x]).toEqual([141, 181]);
  expect(movement.running).toBe(false);
  expect(movement.moveTo(moved, scales, 0, GLIDE, IDENTITY)).toBe(false);
});
