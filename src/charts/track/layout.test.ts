import { expect, test } from 'vitest';
import { frameAt, frameForKey, INSET, layOutTrack } from './layout.ts';

test('frames stand evenly, the highest score at the top', () => {
  const { x, y, base } = layOutTrack([10, 5, null, 0], 316, 40);
  expect(x).toEqual([8, 108, 208, 308]);
  expect(y).toEqual([INSET, 20, null, 40 - INSET]);
  expect(base).toBeGreaterThan(y[3]!);
});

test('one frame stands at the left, a constant score in the middle, no score nowhere', () => {
  expect(layOutTrack([3], 300, 40)).toMatchObject({ x: [INSET], y: [20] });
  expect(layOutTrack([3, 3], 300, 40).y).toEqual([20, 20]);
  expect(layOutTrack([null, Number.NaN], 300, 40).y).toEqual([null, null]);
  expect(layOutTrack([], 300, 40).x).toEqual([]);
});

test('a place along the track is the nearest frame', () => {
  expect(frameAt(8, 4, 316)).toBe(0);
  expect(frameAt(157, 4, 316)).toBe(1);
  expect(frameAt(159, 4, 316)).toBe(2);
  expect(frameAt(-50, 4, 316)).toBe(0);
  expect(frameAt(5000, 4, 316)).toBe(3);
  expect(frameAt(100, 1, 316)).toBe(0);
});

test('keys move by a frame, by a tenth, to the ends, and stay inside', () => {
  expect(frameForKey('ArrowRight', 3, 8)).toBe(4);
  expect(frameForKey('ArrowLeft', 0, 8)).toBe(0);
  expect(frameForKey('PageUp', 100, 300)).toBe(130);
  expect(frameForKey('PageDown', 3, 8)).toBe(2);
  expect(frameForKey('End', 3, 8)).toBe(7);
  expect(frameForKey('Home', 3, 8)).toBe(0);
  expect(frameForKey('a', 3, 8)).toBeNull();
  expect(frameForKey('End', 0, 0)).toBe(0);
});
