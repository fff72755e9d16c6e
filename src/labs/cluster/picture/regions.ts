import { Delaunay } from 'd3';
import { columnOf } from '../../../engine/pixels.ts';
import type { Sites } from '../../../engine/spec/algorithm.ts';
import type { Matrix } from '../../../engine/types.ts';
import { isPair, type Scene } from '../../../ui/picture/view.ts';
import type { Place } from './centers.ts';
import { mapSites, regionsOn, type SiteMap, type SiteRegion, siteRegions } from './site-regions.ts';

/** How far beyond the data the regions reach, in widths of the data, so that they fill the stage when zoomed out. */
const MARGIN = 8;

function bounds(X: Matrix, column: number): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const value of columnOf(X, column)) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const margin = (high - low || 1) * MARGIN;
  return [low - margin, high + margin];
}

/** The places of the two clustered features in the picture's order, where it shows exactly those; else null. */
export function clusteredPlane({ data, view, embedded }: Scene): readonly [number, number] | null {
  if (embedded || !isPair(view) || data.columns.length !== 2) return null;
  const [fx, fy] = [data.columns.indexOf(view[0]), data.columns.indexOf(view[1])];
  return fx < 0 || fy < 0 || fx === fy ? null : [fx, fy];
}

/** From the clustered (scaled) space to the units of the picture. */
const backTo =
  ({ data }: Scene, f: number) =>
  (value: number) =>
    value * data.scale[f]! + data.offset[f]!;

/**
 * The Voronoi cell of each centre: where a new point would be nearest to it. Nearest is meant in the clustered (scaled)
 * space, so the cells are computed there and mapped back to the units of the picture. Only where exactly the two clustered
 * features are in view; a centre that coincides with another has no cell (null).
 */
export function voronoiRegions(scene: Scene, centers: Matrix): (Place[] | null)[] {
  const plane = clusteredPlane(scene);
  if (!plane || centers.cols !== 2) return [];
  const [fx, fy] = plane;
  const [x0, x1] = bounds(scene.data.X, fx);
  const [y0, y1] = bounds(scene.data.X, fy);
  const at = (j: number, f: number) => centers.data[j * 2 + f]!;
  const k = centers.rows;
  const sites = Float64Array.from({ length: 2 * k }, (_, i) => at(i >> 1, i % 2 === 0 ? fx : fy));
  const voronoi = new Delaunay(sites).voronoi([x0, y0, x1, y1]);
  const [toX, toY] = [backTo(scene, fx), backTo(scene, fy)];
  return Array.from({ length: k }, (_, j) => {
    const cell: readonly (readonly number[])[] | null = voronoi.cellPolygon(j);
    return cell ? cell.map(([x, y]) => [toX(x!), toY(y!)] as const) : null;
  });
}

/** The same for sites of which several may have one label: a region a label, in as many pieces as it takes. */
export function labelRegions(scene: Scene, { points, labels }: Sites): SiteRegion[] {
  const plane = clusteredPlane(scene);
  if (!plane || points.cols !== 2) return [];
  const [x, y] = plane.map((f) => columnOf(points, f));
  return inPicture(scene, plane, siteRegions(x!, y!, labels));
}

/** Rows, at most, that are mapped on the spot: more take longer than a picture may (10,000: 20 ms). */
const MOST_AT_ONCE = 3000;

const maps = new WeakMap<Scene, SiteMap>();

/** All rows are mapped once for a scene, however often their labels change; null where there are so many that it has to be asked for. */
export function rowMap(scene: Scene): SiteMap | null {
  return maps.get(scene) ?? (scene.data.X.rows > MOST_AT_ONCE ? null : makeRowMap(scene));
}

/** Makes that map; null where the picture does not show the space that is clustered. */
export function makeRowMap(scene: Scene): SiteMap | null {
  const plane = clusteredPlane(scene);
  if (!plane) return null;
  const map = mapSites(columnOf(scene.data.X, plane[0]), columnOf(scene.data.X, plane[1]));
  maps.set(scene, map);
  return map;
}

/**
 * Regions of the nearest labelled row.
 * @param isRough rows without a label may hand their whole cell to the nearest one with one, as they always do where there are
 * many: these stand close. Else such rows take another map.
 */
export function rowRegions(scene: Scene, map: SiteMap, labels: Int32Array, isRough: boolean): SiteRegion[] {
  const { X } = scene.data;
  if (!isRough && X.rows <= MOST_AT_ONCE && labels.some((label) => label < 0))
    return labelRegions(scene, { points: X, labels });
  return inPicture(scene, clusteredPlane(scene)!, regionsOn(map, labels));
}

/** Outlines in the units of the picture. */
function inPicture({ data }: Scene, plane: readonly [number, number], regions: readonly SiteRegion[]): SiteRegion[] {
  const [fx, fy] = plane;
  const [sx, sy, ox, oy] = [data.scale[fx]!, data.scale[fy]!, data.offset[fx]!, data.offset[fy]!];
  return regions.map(({ label, outlines }) => ({
    label,
    outlines: outlines.map((outline) => outline.map(([px, py]) => [px * sx + ox, py * sy + oy] as const)),
  }));
}
