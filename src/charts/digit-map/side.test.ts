import { describe, expect, it } from 'vitest';
import { pictureLook, pictureZoom } from './side.ts';

const area = 1000 * 700;

describe('dots become pictures', () => {
  it('when one has zoomed in, later where there are many', () => {
    expect(pictureLook(1, 1797, area).opacity).toBe(0);
    expect(pictureZoom(1797, area)).toBe(1.5);
    expect(pictureZoom(70_000, area)).toBeGreaterThan(1.5);
    expect(pictureZoom(1_000_000, area)).toBeGreaterThan(5);
  });

  it('fading in, then growing', () => {
    const from = pictureZoom(70_000, area);
    expect(pictureLook(from, 70_000, area)).toEqual({ side: 14, opacity: 0 });
    expect(pictureLook(from * 1.125, 70_000, area).opacity).toBeCloseTo(0.5, 6);
    expect(pictureLook(from * 4, 70_000, area)).toEqual({ side: 28, opacity: 1 });
    expect(pictureLook(80, 70_000, area).side).toBe(56);
  });

  it('also where there are none, or one', () => {
    expect(pictureLook(2, 0, area).side).toBeGreaterThan(0);
    expect(pictureLook(2, 1, area).opacity).toBe(1);
  });
});
