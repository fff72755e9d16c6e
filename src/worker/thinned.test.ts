import { describe, expect, test } from 'vitest';
import type { Frame } from '../engine/types.ts';
import { MAX_FRAMES, Thinned } from './thinned.ts';

const frame = (step: number): Frame => ({
  step,
  phase: 'step',
  labels: new Int32Array(0),
  changed: new Int32Array(0),
  centers: null,
  score: null,
  extra: {},
});

/** The steps that are left of a fit of so many, which builds frames as it is told. */
function thin(steps: number, limit?: number): { kept: number[]; built: number } {
  const timeline = new Thinned(limit);
  let built = 0;
  for (let step = 0; step < steps; step++) {
    if (!timeline.wants(step === steps - 1)) continue;
    built++;
    timeline.add(frame(step));
  }
  return { kept: timeline.frames().map(({ step }) => step), built };
}

describe('Thinned', () => {
  test.each([0, 1, 2, 299, 300])('keeps all of %i steps', (steps) => {
    expect(thin(steps).kept).toEqual(Array.from({ length: steps }, (_, i) => i));
  });

  test.each([301, 598, 599, 600, 601, 1197, 5000, 123_457])(
    'keeps at most 300 of %i, evenly, with both ends',
    (steps) => {
      const { kept, built } = thin(steps);
      expect(kept.length).toBeLessThanOrEqual(MAX_FRAMES);
      expect(kept.length).toBeGreaterThanOrEqual(MAX_FRAMES / 2);
      expect(kept[0]).toBe(0);
      expect(kept.at(-1)).toBe(steps - 1);
      const gaps = new Set(kept.slice(1, -1).map((step, i) => step - kept[i]!));
      expect(gaps.size).toBe(1);
      // Each doubling halves what is built: 300 + 150 + 150 + …
      expect(built).toBeLessThanOrEqual(MAX_FRAMES + (MAX_FRAMES / 2) * Math.log2(steps / MAX_FRAMES + 1) + 1);
    },
  );

  test('has the last frame of a fit that builds all and does not say which is the last', () => {
    const timeline = new Thinned(4);
    for (let step = 0; step < 12; step++) {
      timeline.wants();
      timeline.add(frame(step));
    }
    expect(timeline.frames().map(({ step }) => step)).toEqual([0, 4, 8, 11]);
  });

  test('keeps fewer frames where they are large, both ends among them', () => {
    const timeline = new Thinned(300, 10_000);
    const heavy = (step: number) => ({ ...frame(step), labels: new Int32Array(250) });
    for (let step = 0; step < 100; step++) if (timeline.wants(step === 99)) timeline.add(heavy(step));
    const kept = timeline.frames().map(({ step }) => step);
    expect(kept).toEqual([0, 16, 32, 48, 64, 80, 96, 99]);
    const huge = new Thinned(300, 10);
    for (let step = 0; step < 9; step++) if (huge.wants(step === 8)) huge.add(heavy(step));
    expect(huge.frames()[0]!.step).toBe(0);
    expect(huge.frames().at(-1)!.step).toBe(8);
  });
});
