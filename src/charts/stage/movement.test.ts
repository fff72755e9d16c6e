import { expect, test } from 'vitest';
import { GLIDE, MORPH } from './motion.ts';
import { createMovement } from './movement.ts';
import { IDENTITY } from './scales.ts';

const at = (...values: number[]) => Float32Array.from(values);

test('points glide from where they were to where they go, and stop there', () => {
  const movement = createMovement();
  movement.moveTo(at(0, 10), at(0, 0), 0, GLIDE, IDENTITY);
  // The first place is a jump: there is nowhere to come from.
  expect(movement.running).toBe(false);
  movement.moveTo(at(100, 10), at(0, 0), 1000, GLIDE, IDENTITY);
  expect(movement.at(0, 1000)).toEqual([0, 0]);
  const [middle] = movement.at(0, 1100);
  expect(middle).toBeGreaterThan(25);
  expect(middle).toBeLessThan(100);
  expect(movement.running).toBe(true);
  expect(movement.at(0, 1000 + GLIDE)).toEqual([100, 0]);
  expect(movement.running).toBe(false);
});

test('a movement that is interrupted goes on from where it is', () => {
  const movement = createMovement();
  movement.moveTo(at(0), at(0), 0, 0, IDENTITY);
  movement.moveTo(at(100), at(0), 0, GLIDE, IDENTITY);
  const [seen] = movement.at(0, 150);
  movement.moveTo(at(-50), at(0), 150, GLIDE, IDENTITY);
  expect(movement.at(0, 150)[0]).toBeCloseTo(seen, 3);
  expect(movement.at(0, 150 + GLIDE)[0]).toBe(-50);
});

test('the same places again do not disturb a movement under way', () => {
  const movement = createMovement();
  movement.moveTo(at(0, Number.NaN), at(0, 0), 0, 0, IDENTITY);
  movement.moveTo(at(100, Number.NaN), at(0, 0), 0, GLIDE, IDENTITY);
  const before = movement.at(0, 100);
  expect(movement.moveTo(at(100, Number.NaN), at(0, 0), 100, 0, IDENTITY)).toBe(false);
  expect(movement.at(0, 100)).toEqual(before);
  expect(movement.running).toBe(true);
});

test('no duration jumps, and so does another number of points', () => {
  const movement = createMovement();
  movement.moveTo(at(0), at(0), 0, 0, IDENTITY);
  movement.moveTo(at(5), at(6), 10, 0, IDENTITY);
  expect(movement.at(0, 10)).toEqual([5, 6]);
  movement.moveTo(at(7, 8), at(0, 0), 20, GLIDE, IDENTITY);
  expect(movement.running).toBe(false);
  expect(movement.at(1, 20)).toEqual([8, 0]);
});

test('a morph starts where a zoom has left the points', () => {
  const movement = createMovement();
  movement.moveTo(at(10), at(20), 0, 0, IDENTITY);
  movement.moveTo(at(10), at(20), 0, MORPH, { k: 2, x: 5, y: -5 });
  expect(movement.at(0, 0)).toEqual([25, 35]);
  expect(movement.at(0, MORPH)).toEqual([10, 20]);
});
