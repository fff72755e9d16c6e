import { expect, test } from 'vitest';
import type { Frame } from '../../../engine/types.ts';
import { markAt, neighbourTime, raceEnd } from './marks.ts';
import type { Lane } from './race-store.ts';

const mark = (step: number, seconds: number) => ({ step, extra: { seconds } }) as unknown as Frame;
const lane = (...times: number[]) => ({ marks: times.map((time, step) => mark(step, time)) }) as unknown as Lane;
const lanes = [lane(0, 1, 3), lane(0, 2)];

test('the mark at a time', () => {
  const { marks } = lanes[0]!;
  expect(markAt(marks, 0.5)?.step).toBe(0);
  expect(markAt(marks, 1)?.step).toBe(1);
  expect(markAt(marks, null)?.step).toBe(2);
  expect(markAt(marks, -1)?.step).toBe(0);
  expect(markAt([], 1)).toBeUndefined();
});

test('from mark to mark over both', () => {
  expect(raceEnd(lanes)).toBe(3);
  expect(raceEnd([lane()])).toBe(0);
  expect(neighbourTime(lanes, 1, 1)).toBe(2);
  expect(neighbourTime(lanes, 2, -1)).toBe(1);
  expect(neighbourTime(lanes, 3, 1)).toBe(3);
});
