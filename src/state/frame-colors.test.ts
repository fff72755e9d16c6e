import { expect, it } from 'vitest';
import type { Frame } from '../engine/types.ts';
import { frameColors } from './frame-colors.ts';

const frame = (...labels: number[]): Frame => ({
  step: 0,
  phase: 'messages',
  labels: Int32Array.from(labels),
  changed: new Int32Array(0),
  centers: null,
  score: null,
  extra: {},
});
const colors = Int32Array.of(4, 7);
const frames = [frame(0, 1, 1, 2, 2, 2), frame(0, 0, 0, 1, 1, 1)];

it('gives a cluster the colour of the one that it comes to, whatever its number', () => {
  const [first, second, third] = frameColors('AffinityPropagation', frames, 0, colors);
  expect([second, third]).toEqual([4, 7]);
  // It comes to nothing: a colour that no cluster of the result has, by its first row.
  expect(first).toBe(8);
  expect([...frameColors('AffinityPropagation', [frame(1, 1, 0, 2, 2, 2), frames[1]!], 0, colors)]).toEqual([10, 4, 7]);
  expect([...frameColors('AffinityPropagation', [frame(1, 1, 1, 0, 0, 0), frames[1]!], 0, colors)]).toEqual([7, 4]);
});

it('leaves the result, other methods, rows of no cluster and no frames as they are', () => {
  expect(frameColors('AffinityPropagation', frames, 1, colors)).toBe(colors);
  expect(frameColors('KMeans', frames, 0, colors)).toBe(colors);
  expect(frameColors('AffinityPropagation', [], 0, colors)).toBe(colors);
  expect([...frameColors('AffinityPropagation', [frame(-1, -1, -1, 0, -1, -1), frames[1]!], 0, colors)]).toEqual([7]);
});

it('finds them once a frame, and anew where the result is another or has other colours', () => {
  const own = frameColors('AffinityPropagation', frames, 0, colors);
  expect(frameColors('AffinityPropagation', frames, 0, colors)).toBe(own);
  const swapped = frameColors('AffinityPropagation', frames, 0, Int32Array.of(7, 4));
  expect([...swapped].slice(1)).toEqual([7, 4]);
  const other = [frames[0]!, frame(1, 1, 1, 0, 0, 0)];
  expect([...frameColors('AffinityPropagation', other, 0, colors)].slice(1)).toEqual([7, 4]);
});
