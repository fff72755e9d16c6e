import { Delaunay } from 'd3';
import type { Matrix } from '../../../engine/types.ts';
import type { Place } from './centers.ts';
import type { Scene } from './view.ts';

/** How far beyond the data the regions reach, in widths of the data, so that they fill the stage when zoomed out. */
const MARGIN = 8;

function bounds(X: Matrix, column: number): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (let i = column; i < X.data.length; i += X.cols) {
    low = Math.min(low, X.data[i]!);
    high = Math.max(high, X.data[i]!);
  }
  const margin = (high - low || 1) * MARGIN;
  return [low - margin, high + margin];
}

/**
 * The Voronoi cell of each centre: where a new point would be nearest to it. Nearest is meant in the clustered (scaled)
 * space, so the cells are computed there and mapped back to the units of the picture. Only where exactly the two clustered
 * features are in view; a centre that coincides with another has no cell (null).
 */
export function voronoiRegions(scene: Scene, centers: Matrix): (Place[] | null)[] {
  const { data, view } = scene;
  if (view === 'pca' || data.columns.length !== 2 || centers.cols !== 2) return [];
  const fx = data.columns.indexOf(view[0]);
  const fy = data.columns.indexOf(view[1]);
  if (fx < 0 || fy < 0 || fx === fy) return [];
  const [x0, x1] = bounds(data.X, fx);
  const [y0, y1] = bounds(data.X, fy);
  const at = (j: number, f: number) => centers.data[j * 2 + f]!;
  const k = centers.rows;
  const sites = Float64Array.from({ length: 2 * k }, (_, i) => at(i >> 1, i % 2 === 0 ? fx : fy));
  const voronoi = new Delaunay(sites).voronoi([x0, y0, x1, y1]);
  const back = (value: number, f: number) => value * data.scale[f]! + data.offset[f]!;
  return Array.from({ length: k }, (_, j) => {
    const cell: readonly (readonly number[])[] | null = voronoi.cellPolygon(j);
    return cell ? cell.map(([x, y]) => [back(x!, fx), back(y!, fy)] as const) : null;
  });
}
