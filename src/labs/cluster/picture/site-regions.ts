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

// The half-edges of a triangle are three numbers in a row.
const nextOf = (e: number) => (e % 3 === 2 ? e - 2 : e + 1);
const previousOf = (e: number) => (e % 3 === 0 ? e + 2 : e - 1);

/** Sites and their triangulation, for as many labellings as are asked for. */
export interface SiteMap {
  /** x and y in turn: the rows' places, then the guards'. */
  readonly sites: Float64Array;
  /** The row of each site but the guards. */
  readonly rows: Int32Array;
  readonly triangles: Uint32Array;
  readonly halfedges: Int32Array;
  readonly circumcenters: Float64Array;
}

function reach(values: Float64Array, rows: Int32Array) {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of rows) {
    low = Math.min(low, values[row]!);
    high = Math.max(high, values[row]!);
  }
  return { middle: (low + high) / 2, size: high - low };
}

const none = new Float64Array();

/** The map of the rows that are kept; those without a place are left out. */
export function mapSites(x: Float64Array, y: Float64Array, isKept: (row: number) => boolean = () => true): SiteMap {
  const rows = Int32Array.from(x.keys()).filter((row) => isKept(row) && Number.isFinite(x[row]! + y[row]!));
  const n = rows.length;
  if (n === 0) return { sites: none, rows, triangles: new Uint32Array(), halfedges: rows, circumcenters: none };
  const [h, v] = [reach(x, rows), reach(y, rows)];
  const far = AWAY * (Math.max(h.size, v.size) || 1);
  const sites = new Float64Array(2 * (n + GUARDS));
  for (let at = 0; at < n; at++) {
    sites[2 * at] = x[rows[at]!]!;
    sites[2 * at + 1] = y[rows[at]!]!;
  }
  for (let g = 0; g < GUARDS; g++) {
    sites[2 * (n + g)] = h.middle + far * Math.cos((2 * Math.PI * g) / GUARDS);
    sites[2 * (n + g) + 1] = v.middle + far * Math.sin((2 * Math.PI * g) / GUARDS);
  }
  const delaunay = new Delaunay(sites);
  const circumcenters = Float64Array.from(delaunay.voronoi([-1, -1, 1, 1]).circumcenters);
  return { sites, rows, triangles: delaunay.triangles, halfedges: delaunay.halfedges, circumcenters };
}

/** Whose each site is: its row's label; that of nobody (-1) for the guards and for a negative label. */
function ownersOf({ sites, rows }: SiteMap, labels: Int32Array): Int32Array {
  const owner = new Int32Array(sites.length / 2).fill(-1);
  for (let at = 0; at < rows.length; at++) owner[at] = Math.max(-1, labels[rows[at]!]!);
  return owner;
}

/** Gives each site of nobody, the guards apart, to the nearest owned one that can be reached from site to site. */
function adopt(map: SiteMap, owner: Int32Array): void {
  const { sites, triangles } = map;
  const n = map.rows.length;
  const edges = looseEdges(map, owner);
  const nearest = new Int32Array(n).fill(-1);
  const least = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  for (let at = 0; at < n; at++) if (owner[at]! >= 0) nearest[at] = at;
  for (let changed = true; changed; ) {
    changed = false;
    for (const e of edges) {
      const a = triangles[e]!;
      const at = nearest[triangles[nextOf(e)]!]!;
      if (at < 0) continue;
      const distance = (sites[2 * a]! - sites[2 * at]!) ** 2 + (sites[2 * a + 1]! - sites[2 * at + 1]!) ** 2;
      if (distance >= least[a]!) continue;
      least[a] = distance;
      nearest[a] = at;
      changed = true;
    }
  }
  for (let at = 0; at < n; at++) if (nearest[at]! >= 0) owner[at] = owner[nearest[at]!]!;
}

/** The half-edges that lead from a site of nobody to another site, guards apart. */
function looseEdges({ rows, triangles }: SiteMap, owner: Int32Array): Int32Array {
  const n = rows.length;
  const edges = new Int32Array(triangles.length);
  let count = 0;
  for (let e = 0; e < triangles.length; e++) {
    const a = triangles[e]!;
    if (owner[a]! < 0 && a < n && triangles[nextOf(e)]! < n) edges[count++] = e;
  }
  return edges.subarray(0, count);
}

/**
 * Where the nearest labelled site has which label: the sites' Voronoi cells, those of one label joined. Only the borders
 * between labels are followed, along the triangulation's edges whose ends differ, so that what comes out is small however
 * many sites there are. Sites with a negative label count for nothing.
 */
export function siteRegions(x: Float64Array, y: Float64Array, labels: Int32Array): SiteRegion[] {
  const map = mapSites(x, y, (row) => labels[row]! >= 0);
  return bordersOf(map, ownersOf(map, labels));
}

/**
 * The same on a map of all rows, which need not be made again while labels change: cells of rows without a label go to the
 * nearest one that has one. Exact where every row has a label, else to within the distance between two rows.
 */
export function regionsOn(map: SiteMap, labels: Int32Array): SiteRegion[] {
  const owner = ownersOf(map, labels);
  if (owner.indexOf(-1) < map.rows.length) adopt(map, owner);
  return bordersOf(map, owner);
}

function bordersOf({ triangles, halfedges, circumcenters }: SiteMap, owner: Int32Array): SiteRegion[] {
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
