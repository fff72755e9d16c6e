/** Which points are shown as pictures at each level of detail. */
export interface Levels {
  /**
   * The coarsest level, up to `level`, at which each point is shown; NEVER for those that are not. Ends before that level when
   * the time is up: `isDone` says whether to ask again.
   */
  upTo(level: number, milliseconds?: number): { readonly levelOf: Uint8Array; readonly isDone: boolean };
}

export const NEVER = 255;
/** Pictures keep this distance at level 0, in plot pixels before zoom; with each four levels it halves. */
const WIDEST = 64;
/** From this level on all are shown: their distances are less than half a pixel. */
export const LAST = 28;

/** How far apart pictures are, at least, along one of the axes. */
export const distanceAt = (level: number) => WIDEST * 2 ** (-level / 4);

/** The finest level whose pictures of `side` pixels do not overlap at zoom `k`. */
export function levelFor(side: number, k: number): number {
  return Math.min(LAST, Math.max(0, Math.floor(4 * Math.log2((WIDEST * k) / side))));
}

/**
 * Chooses, level by level, as many points as have room for a square picture, first come first served; those chosen stay
 * chosen, so that a picture that is there stays there as one zooms in, and panning changes none. Each level is worked out
 * when it is first asked for. Points that are not finite are never shown.
 */
export function createLevels(x: Float32Array, y: Float32Array): Levels {
  const n = x.length;
  const levelOf = new Uint8Array(n).fill(NEVER);
  let done = -1;
  return {
    upTo(level, milliseconds = Number.POSITIVE_INFINITY) {
      const wanted = Math.min(level, LAST);
      const ends = performance.now() + milliseconds;
      while (done < wanted && performance.now() < ends) choose(x, y, levelOf, ++done);
      return { levelOf, isDone: done >= wanted };
    },
  };
}

function choose(x: Float32Array, y: Float32Array, levelOf: Uint8Array, level: number): void {
  const n = x.length;
  const grid = level === LAST ? null : gridOver(x, y, distanceAt(level));
  for (let i = 0; grid && i < n; i++) if (levelOf[i]! < level) grid.put(i);
  for (let i = 0; i < n; i++) {
    if (levelOf[i] !== NEVER || !Number.isFinite(x[i]! + y[i]!)) continue;
    if (grid && !grid.hasRoom(i)) continue;
    levelOf[i] = level;
    grid?.put(i);
  }
}

/** Squares of side `distance`: of points that keep that distance each holds at most one. */
function gridOver(x: Float32Array, y: Float32Array, distance: number) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < x.length; i++) {
    if (!Number.isFinite(x[i]! + y[i]!)) continue;
    left = Math.min(left, x[i]!);
    right = Math.max(right, x[i]!);
    top = Math.min(top, y[i]!);
    bottom = Math.max(bottom, y[i]!);
  }
  // A border of one square all around, so that nobody looks beyond the edge.
  const columns = left > right ? 3 : Math.floor((right - left) / distance) + 3;
  const lines = left > right ? 3 : Math.floor((bottom - top) / distance) + 3;
  const taken = new Int32Array(columns * lines).fill(-1);
  const squareOf = (i: number) =>
    (Math.floor((y[i]! - top) / distance) + 1) * columns + Math.floor((x[i]! - left) / distance) + 1;
  const isClose = (i: number, j: number) =>
    j >= 0 && Math.abs(x[i]! - x[j]!) < distance && Math.abs(y[i]! - y[j]!) < distance;
  return {
    put: (i: number) => {
      taken[squareOf(i)] = i;
    },
    hasRoom(i: number): boolean {
      const square = squareOf(i);
      for (let line = square - columns; line <= square + columns; line += columns) {
        if (isClose(i, taken[line - 1]!) || isClose(i, taken[line]!) || isClose(i, taken[line + 1]!)) return false;
      }
      return true;
    },
  };
}
