import { expect, test } from 'vitest';
import { placeLabels } from './labels.ts';

const frame = { left: 0, right: 400, top: 0, bottom: 300 };

test('labels that lie on each other are moved apart, the first keeps its place', () => {
  const same = { x: 200, y: 150, width: 80 };
  const placed = placeLabels([same, same, same, { ...same, x: 300 }], frame);
  expect(placed[0]).toEqual({ x: 200, y: 150 });
  const heights = placed.slice(0, 3).map(({ y }) => y);
  for (const [i, a] of heights.entries()) {
    for (const b of heights.slice(i + 1)) expect(Math.abs(a - b)).toBeGreaterThanOrEqual(14);
  }
  expect(placed[3]).toEqual({ x: 300, y: 150 });
});

test('all stay within the frame', () => {
  const placed = placeLabels(
    [
      { x: 390, y: -20, width: 100 },
      { x: 5, y: 310, width: 100 },
    ],
    frame,
  );
  for (const { x, y } of placed) {
    expect(x).toBeGreaterThanOrEqual(50);
    expect(x).toBeLessThanOrEqual(350);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(300);
  }
});
