import { expect, it } from 'vitest';
import type { Frame } from '../../engine/types.ts';
import { stepWords, trackScores } from './track-words.ts';

const frame = (step: number, phase: string, score: number | null) => ({ step, phase, score }) as Frame;

it('says where the player stands', () => {
  const frames = [frame(0, 'init', null), frame(3, 'assign', 34.1403), frame(7, 'assign', 31.4)];
  expect(stepWords(frames, 1, 'inertia')).toBe('Step 3 of 7, assign, inertia 34.14');
  expect(stepWords(frames, 0, 'inertia')).toBe('Step 0 of 7, init');
  expect(stepWords([], 0, 'inertia')).toBe('no steps yet');
  expect(trackScores(frames)).toEqual([null, 34.1403, 31.4]);
  expect(trackScores(frames)).toBe(trackScores(frames));
});
