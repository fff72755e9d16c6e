import { describe, expect, it } from 'vitest';
import { ballPath, norm } from './ball.ts';

const corners = (path: string) =>
  path
    .slice(1, -1)
    .split('L')
    .map((pair) => pair.split(',').map(Number) as [number, number]);

describe('the ball of a norm', () => {
  it('is an ellipse, a diamond or a box', () => {
    expect(ballPath(10, 20, 4, 2, 2)).toBe('M6.0,20.0A4.0,2.0,0,1,1,14.0,20.0A4.0,2.0,0,1,1,6.0,20.0Z');
    expect(ballPath(10, 20, 4, 2, 1)).toBe('M6.0,20.0L10.0,18.0L14.0,20.0L10.0,22.0Z');
    expect(ballPath(10, 20, 4, 2, Infinity)).toBe('M6.0,18.0L14.0,18.0L14.0,22.0L6.0,22.0Z');
  });

  it('has every corner at distance 1 by its own norm', () => {
    for (const power of [0.5, 1.5, 3, 7]) {
      for (const [x, y] of corners(ballPath(0, 0, 40_000, 20_000, power))) {
        expect(norm(x / 40_000, y / 20_000, power)).toBeCloseTo(1, 2);
      }
    }
  });

  it('measures by its power', () => {
    expect([1, 2, Infinity].map((power) => norm(3, -4, power))).toEqual([7, 5, 4]);
    expect(norm(0, 0, 3)).toBe(0);
  });
});
