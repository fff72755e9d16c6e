import { Delaunay } from 'd3';
import type { Place } from './centers.ts';

/** All outlines of what belongs to one label: pieces, and holes in them (even-odd). */
export interface SiteRegion {
  readonly label: number;
  readonly outlines: readonly (readonly Place[])[];
}

/** Sites far around that belong to nobody, so that every other cell ends somewhere. */
const GUARDS = 24;
const AWAY = 12;

/** The sites with a label, x and y in turn, then the guards. */
function withGuards(x: Float64Array, y: Float64Array, labels: Int32Array) {
  const kept = Array.from(labels.keys()).filter((i) => labels[i]! >= 0 && Number.isFinite(x[i]! + y[i]!));
  const reach = (values: Float64Array) => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const i of kept) {
      low = Math.min(low, values[i]!);
      high = Math.max(high, values[i]!);
    }
    return { middle: (low + high) / 2, size: high - low };
  };
  const [h, v] = [reach(x), reach(y)];
  const far = AWAY * (Math.max(h.size, v.size) || 1);
  const sites = new Float64Array(2 * (kept.length + GUARDS));
  kept.forEach((i, at) => {
    sites[2 * at] = x[i]!;
    sites[2 * at + 1] = y[i]!;
  });
  for (let g = 0; g < GUARDS; g++) {
    const at = 2 * (kept.length + g);
    sites[at] = h.middle + far * Math.cos((2 * Math.PI * g) / GUARDS);
    sites[at + 1] = v.middle + far * Math.sin((2 * Math.PI * g) / GUARDS);
  }
  const owner = new Int32Array(kept.length + GUARDS).fill(-1);
  for (const [at, i] of kept.entries()) owner[at] = labels[i]!;
  return { sites, owner, count: kept.length };
}

const nextOf = (e: number) => (e % 3 === 2 ? e - 2 : e + 1);
const previousOf = (e: number) => (e % 3 === 0 ? e + 2 : e - 1);

/**
 * Where the nearest labelled site has which label: the sites' Voronoi cells, those of one label joined. Only the borders
 * between labels are followed, along the triangulation's edges whose ends differ, so that what comes out is small however
 * many sites there are. Sites with a negative label count for nothing.
 */
export function siteRegions(x: Float64Array, y: Float64Array, labels: Int32Array): SiteRegion[] {
  const { sites, owner, count } = withGuards(x, y, labels);
  if (count === 0) return [];
  const delaunay = new Delaunay(sites);
  const { triangles, halfedges } = delaunay;
  const { circumcenters } = delaunay.voronoi([-1, -1, 1, 1]);
  const isDone = new Uint8Array(triangles.length);
  const regions = new Map<number, Place[][]>();
  const ownerAt = (e: number) => owner[triangles[e]!]!;
  for (let start = 0; start < triangles.length; start++) {
    const label = ownerAt(start);
    if (label < 0 || isDone[start] === 1 || ownerAt(nextOf(start)) === label) continue;
    const outline: Place[] = [];
    // An edge that leaves the label; beyond it the border goes on along one of the two others of the next triangle.
    for (let e = start; isDone[e] === 0; ) {
      isDone[e] = 1;
      const across = halfedges[e]!;
      const t = Math.floor(across / 3);
      outline.push([circumcenters[2 * t]!, circumcenters[2 * t + 1]!]);
      e = ownerAt(previousOf(across)) === label ? previousOf(across) : nextOf(across);
    }
    const own = regions.get(label);
    if (own) own.push(outline);
    else regions.set(label, [outline]);
  }
  return [...regions].map(([label, outlines]) => ({ label, outlines })).sort((a, b) => a.label - b.label);
}
