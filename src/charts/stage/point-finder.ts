import { pointGrid } from './point-grid.ts';
import type { Places, View } from './point-layer.ts';
import { rowsInside } from './polygon.ts';

/** Finds points by where they are seen; built once for a set of places. */
export interface PointFinder {
  /** The row nearest to (x, y), plot pixels with zoom, within `reach` of them. */
  nearest(x: number, y: number, reach: number, view: View): number | null;
  /** The rows inside an outline, plot pixels with zoom. */
  inside(outline: readonly number[], view: View): Int32Array;
  /** The next row from `row` in a direction (one of dx, dy is ±1): near, and straight ahead rather than aside. */
  next(row: number, dx: number, dy: number): number | null;
}

/** Finds by the places where points are going: a movement lasts less than a reader needs to aim. */
export function pointFinder({ toX, toY }: Places, width: number, height: number): PointFinder {
  const grid = pointGrid(toX, toY, width, height);
  return {
    nearest(x, y, reach, view) {
      const row = grid.nearest((x - view.x) / view.k, (y - view.y) / view.k, reach / view.k);
      return row < 0 ? null : row;
    },
    inside(outline, view) {
      const flat = outline.map((v, i) => (v - (i % 2 === 0 ? view.x : view.y)) / view.k);
      return rowsInside(flat, toX, toY);
    },
    next(row, dx, dy) {
      let best: number | null = null;
      let least = Number.POSITIVE_INFINITY;
      for (let i = 0; i < toX.length; i++) {
        const x = toX[i]! - toX[row]!;
        const y = toY[i]! - toY[row]!;
        const ahead = x * dx + y * dy;
        const aside = Math.abs(x * dy) + Math.abs(y * dx);
        const cost = ahead + 2 * aside;
        if (ahead > 0.5 && aside <= 2 * ahead && cost < least) {
          best = i;
          least = cost;
        }
      }
      return best;
    },
  };
}
