import { paddedDomain } from '../stage/layout.ts';
import type { PointFinder } from '../stage/point-finder.ts';
import { pointFinder } from '../stage/point-finder.ts';
import type { Places } from '../stage/point-layer.ts';
import { createScales, placesOf } from '../stage/scales.ts';

/** n points in a box of `width` × `height` pixels, filling it; y grows upwards. */
export interface SmallPlaces {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly width: number;
  readonly height: number;
  readonly places: Places;
  /** Made when it is first asked for. */
  finder(): PointFinder;
}

/** The last for each array of x: pictures of a group are of one size, so one of them computes for all. */
const last = new WeakMap<Float64Array, SmallPlaces>();

/** Where the points of (x, y) are in a box of this size. */
export function smallPlaces(x: Float64Array, y: Float64Array, width: number, height: number): SmallPlaces {
  const known = last.get(x);
  if (known && known.y === y && known.width === width && known.height === height) return known;
  const box = { left: 0, top: 0, right: 0, width, height };
  const scales = createScales({ x: paddedDomain(x), y: paddedDomain(y) }, box, false);
  const [toX, toY] = [placesOf(x, scales.x), placesOf(y, scales.y)];
  const places: Places = { fromX: toX, fromY: toY, toX, toY };
  let finder: PointFinder | null = null;
  const made: SmallPlaces = {
    x,
    y,
    width,
    height,
    places,
    finder() {
      finder ??= pointFinder(places, width, height);
      return finder;
    },
  };
  last.set(x, made);
  return made;
}
