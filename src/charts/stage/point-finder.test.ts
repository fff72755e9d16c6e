import { expect, test } from 'vitest';
import { source } from '../gallery/samples.ts';
import { pointFinder } from './point-finder.ts';
import { pointGrid } from './point-grid.ts';
import { insidePolygon } from './polygon.ts';
import { IDENTITY } from './scales.ts';

const random = source(1);
const n = 2000;
const px = Float32Array.from({ length: n }, () => random() * 640 - 20);
const py = Float32Array.from({ length: n }, () => random() * 400 - 20);

function bruteNearest(x: number, y: number, radius: number): number {
  let best = -1;
  let least = radius * radius;
  for (let i = 0; i < n; i++) {
    const distance = (px[i]! - x) ** 2 + (py[i]! - y) ** 2;
    if (distance <= least) {
      best = i;
      least = distance;
    }
  }
  return best;
}

test('the grid finds what a search of all points finds', () => {
  const grid = pointGrid(px, py, 600, 360);
  for (let i = 0; i < 500; i++) {
    const [x, y, radius] = [random() * 640 - 20, random() * 400 - 20, random() * 40];
    expect(grid.nearest(x, y, radius)).toBe(bruteNearest(x, y, radius));
  }
  expect(grid.nearest(300, 180, Number.POSITIVE_INFINITY)).toBe(bruteNearest(300, 180, 1e6));
});

test('of points in the same place the one drawn last is found; what has no place is not', () => {
  const same = pointGrid(Float32Array.of(5, 5, Number.NaN), Float32Array.of(5, 5, 5), 10, 10);
  expect(same.nearest(5, 5, 3)).toBe(1);
  expect(pointGrid(new Float32Array(0), new Float32Array(0), 10, 10).nearest(1, 1, 50)).toBe(-1);
});

test('through a zoom, reach is in pixels on the screen', () => {
  const places = { fromX: px, fromY: py, toX: Float32Array.of(10, 200), toY: Float32Array.of(10, 200) };
  const finder = pointFinder(places, 400, 400);
  const view = { k: 4, x: -20, y: 0 };
  expect(finder.nearest(20, 40, 24, view)).toBe(0);
  expect(finder.nearest(20 + 25, 40, 24, view)).toBeNull();
});

test('a lasso catches the points inside its outline, through a zoom too', () => {
  const outline = [10, 10, 300, 20, 250, 200, 150, 100, 20, 220];
  const finder = pointFinder({ fromX: px, fromY: py, toX: px, toY: py }, 600, 360);
  const rows = finder.inside(outline, IDENTITY);
  const expected = [...px.keys()].filter((i) => insidePolygon(outline, px[i]!, py[i]!));
  expect(expected.length).toBeGreaterThan(50);
  expect([...rows]).toEqual(expected);
  const view = { k: 2, x: 30, y: -10 };
  const zoomed = outline.map((v, i) => v * 2 + (i % 2 === 0 ? 30 : -10));
  expect([...finder.inside(zoomed, view)]).toEqual(expected);
});

test('inside a polygon that is not convex, its notch is outside', () => {
  const notched = [0, 0, 10, 0, 10, 10, 5, 2, 0, 10];
  expect(insidePolygon(notched, 5, 1)).toBe(true);
  expect(insidePolygon(notched, 5, 5)).toBe(false);
  expect(insidePolygon(notched, 1, 5)).toBe(true);
});

test('the next point lies that way, straight ahead rather than aside', () => {
  const toX = Float32Array.of(0, 10, 6, -5);
  const toY = Float32Array.of(0, 0, 5, 0);
  const finder = pointFinder({ fromX: toX, fromY: toY, toX, toY }, 20, 20);
  expect(finder.next(0, 1, 0)).toBe(1);
  expect(finder.next(0, -1, 0)).toBe(3);
  expect(finder.next(0, 0, -1)).toBeNull();
});
