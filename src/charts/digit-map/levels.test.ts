import { describe, expect, it } from 'vitest';
import { createLevels, distanceAt, LAST, levelFor, NEVER } from './levels.ts';

/** Points of a pattern that no random numbers are needed for, within 600 × 400 pixels. */
const count = 3000;
const x = Float32Array.from({ length: count }, (_, i) => (i * 0.7548776662466927 * 600) % 600);
const y = Float32Array.from({ length: count }, (_, i) => (i * 0.5698402909980532 * 400) % 400);

const shownAt = (levelOf: Uint8Array, level: number) => [...levelOf.keys()].filter((i) => levelOf[i]! <= level);

describe('levels of detail', () => {
  it('never let pictures overlap, and leave no room unused', () => {
    const { levelOf } = createLevels(x, y).upTo(12);
    for (const level of [0, 5, 12]) {
      const shown = shownAt(levelOf, level);
      const distance = distanceAt(level);
      const apart = (i: number, j: number) => Math.max(Math.abs(x[i]! - x[j]!), Math.abs(y[i]! - y[j]!));
      let least = Number.POSITIVE_INFINITY;
      for (const i of shown) for (const j of shown) if (i < j) least = Math.min(least, apart(i, j));
      expect(least).toBeGreaterThanOrEqual(distance);
      const hidden = [...x.keys()].filter((i) => levelOf[i]! > level).slice(0, 200);
      expect(hidden.every((i) => shown.some((j) => apart(i, j) < distance))).toBe(true);
    }
  });

  it('keep what is shown as they go on, whatever was asked for before', () => {
    const atOnce = createLevels(x, y).upTo(16).levelOf;
    const levels = createLevels(x, y);
    const early = levels.upTo(6).levelOf.slice();
    const late = levels.upTo(16).levelOf;
    for (const i of shownAt(early, 6)) expect(late[i]).toBe(early[i]);
    expect(late).toEqual(atOnce);
  });

  it('end with every point that has a place, also with those in one place', () => {
    const { levelOf } = createLevels(Float32Array.of(5, 5, 5, Number.NaN), Float32Array.of(1, 1, 1, 1)).upTo(LAST);
    expect([...levelOf]).toEqual([0, LAST, LAST, NEVER]);
    expect(createLevels(new Float32Array(0), new Float32Array(0)).upTo(3).levelOf).toHaveLength(0);
  });

  it('stop when the time is up, and go on from there', () => {
    const levels = createLevels(x, y);
    expect(levels.upTo(10, 0).isDone).toBe(false);
    expect(levels.upTo(10).isDone).toBe(true);
    expect(levels.upTo(4, 0).isDone).toBe(true);
  });

  it('are as fine as the zoom has room for', () => {
    for (const [side, k] of [
      [14, 1.5],
      [30, 6],
      [56, 40],
    ] as const) {
      const level = levelFor(side, k);
      expect(distanceAt(level) * k).toBeGreaterThanOrEqual(side - 1e-9);
      if (level < LAST) expect(distanceAt(level + 1) * k).toBeLessThan(side);
    }
    expect(levelFor(56, 0.1)).toBe(0);
    expect(levelFor(14, 1e6)).toBe(LAST);
  });
});
