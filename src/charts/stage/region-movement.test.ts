import { expect, test } from 'vitest';
import { GLIDE } from './motion.ts';
import { alignRing, createRegionMovement, ringOf } from './region-movement.ts';
import { createScales, IDENTITY } from './scales.ts';
import type { Position, StageRegion } from './types.ts';

const scales = createScales({ x: [0, 10], y: [0, 10] }, { left: 0, top: 0, right: 0, width: 100, height: 100 }, false);
const square: Position[] = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
];

test('a ring drops the repeat of its first corner', () => {
  expect([...ringOf([...square, square[0]!], scales)]).toEqual([0, 100, 40, 100, 40, 60, 0, 60]);
});

test('a ring is turned to meet the one before it', () => {
  const before = Float32Array.of(0, 0, 10, 0, 10, 10, 0, 10);
  const turned = Float32Array.of(11, 11, 1, 11, 1, 1, 11, 1);
  expect([...alignRing(turned, before)]).toEqual([1, 1, 11, 1, 11, 11, 1, 11]);
});

test('corners glide while their number stays, else the region jumps', () => {
  const movement = createRegionMovement();
  movement.moveTo([{ slot: 0, polygon: square }], scales, 0, GLIDE, IDENTITY);
  const moved = square.map(([x, y]) => [x + 2, y] as const);
  movement.moveTo([{ slot: 0, polygon: [...moved.slice(2), ...moved.slice(0, 2)] }], scales, 0, GLIDE, IDENTITY);
  expect(movement.rings(0)[0]!.ring[0]).toBe(0);
  expect(movement.rings(GLIDE)[0]!.ring[0]).toBe(20);
  movement.moveTo([{ slot: 0, polygon: square.slice(1) }], scales, 1000, GLIDE, IDENTITY);
  expect(movement.running).toBe(false);
});

test('what is not the same region jumps: another colour, or as many corners shared out otherwise', () => {
  const moved = square.map(([x, y]) => [x + 2, y] as const);
  const jumps = (before: StageRegion[], after: StageRegion[]) => {
    const movement = createRegionMovement();
    movement.moveTo(before, scales, 0, GLIDE, IDENTITY);
    expect(movement.moveTo(after, scales, 0, GLIDE, IDENTITY)).toBe(true);
    return !movement.running;
  };
  expect(jumps([{ slot: 0, polygon: square }], [{ slot: 0, polygon: moved }])).toBe(false);
  expect(jumps([{ slot: 0, polygon: square }], [{ slot: 1, polygon: moved }])).toBe(true);
  const three = square.slice(1);
  const pair = (first: Position[], second: Position[]) => [first, second].map((polygon, slot) => ({ slot, polygon }));
  expect(jumps(pair(square, three), pair(three, square))).toBe(true);
});

test('a region in pieces jumps, its pieces set apart by a corner that is no number', () => {
  const movement = createRegionMovement();
  const holed = { slot: 0, polygon: square, more: [square.map(([x, y]) => [x + 5, y + 5] as const)] };
  movement.moveTo([holed], scales, 0, GLIDE, IDENTITY);
  expect(movement.moveTo([holed], scales, 0, GLIDE, IDENTITY)).toBe(true);
  expect(movement.running).toBe(false);
  const { ring } = movement.rings(0)[0]!;
  expect([...ring.subarray(0, 12)]).toEqual([0, 100, 40, 100, 40, 60, 0, 60, Number.NaN, Number.NaN, 50, 50]);
});
