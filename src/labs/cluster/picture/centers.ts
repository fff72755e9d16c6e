import { columnOf } from '../../../engine/pixels.ts';
import type { Matrix } from '../../../engine/types.ts';
import { isLaidOut, isPair, type Scene, viewPoints } from '../../../ui/picture/view.ts';
import { placePoints } from './places.ts';

/** A place in the units of the picture. */
export type Place = readonly [x: number, y: number];

const NOBODY = { labels: new Int32Array() };

/** Sizes of the clusters 0…k-1 and the sums of one column of the table over their members. */
function memberMeans(table: Matrix, column: number, labels: Int32Array, k: number): Float64Array {
  const sums = new Float64Array(k);
  const counts = new Int32Array(k);
  const values = columnOf(table, column);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (label < 0 || label >= k) continue;
    sums[label]! += values[i]!;
    counts[label]!++;
  }
  return sums.map((sum, j) => sum / counts[j]!);
}

/** For each cluster 0…k-1 the place of the member nearest to the mean place of all members; NaN for one without. */
function middleMembers(scene: Scene, k: number, labels: Int32Array): Place[] {
  const { x, y } = viewPoints(scene);
  const [sumX, sumY, counts] = [new Float64Array(k), new Float64Array(k), new Int32Array(k)];
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (label < 0 || label >= k) continue;
    sumX[label]! += x[i]!;
    sumY[label]! += y[i]!;
    counts[label]!++;
  }
  const least = new Float64Array(k).fill(Number.POSITIVE_INFINITY);
  const places = Array.from({ length: k }, (): Place => [Number.NaN, Number.NaN]);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (label < 0 || label >= k) continue;
    const count = counts[label]!;
    const distance = (x[i]! - sumX[label]! / count) ** 2 + (y[i]! - sumY[label]! / count) ** 2;
    if (distance >= least[label]!) continue;
    least[label] = distance;
    places[label] = [x[i]!, y[i]!];
  }
  return places;
}

/**
 * Where k centres of the clustered space stand in the picture. A feature that is viewed but not clustered has no centre:
 * the mean of the cluster's members stands in (NaN for a cluster without members). In a layout only rows have a place: there
 * a centre stands with the member that is in the middle of its cluster.
 * @param members whose labels are read where they are needed: those of a frame of many rows cost something to read
 */
export function placeCenters(scene: Scene, centers: Matrix, members: { readonly labels: Int32Array }): Place[] {
  const { data, view, embedded } = scene;
  const k = centers.rows;
  if (isLaidOut(scene)) return middleMembers(scene, k, members.labels);
  const places = placePoints(scene, centers.data, centers.cols);
  const [x, y] = ([places.x, places.y] as const).map((axis, i) => {
    const column = embedded || !isPair(view) ? null : view[i]!;
    if (column === null || data.columns.includes(column)) return axis;
    return memberMeans(data.table.X, column, members.labels, k);
  }) as [Float64Array, Float64Array];
  return Array.from({ length: k }, (_, j) => [x[j]!, y[j]!] as const);
}

/**
 * All centres in the clustered space, as rows, with centre `index` moved to a place of the picture. What the picture does
 * not show of it stays: features out of view, and for PCA everything at right angles to the two components.
 */
export function moveCenter(scene: Scene, centers: Matrix, index: number, [x, y]: Place): number[][] {
  const { data, view, projected } = scene;
  const d = centers.cols;
  const rows = Array.from({ length: centers.rows }, (_, j) => Array.from(centers.data.subarray(j * d, (j + 1) * d)));
  const moved = rows[index]!;
  if (!isPair(view)) {
    const [from] = placeCenters(scene, { data: Float64Array.from(moved), rows: 1, cols: d }, NOBODY);
    const { components } = projected!;
    for (let f = 0; f < d; f++) {
      moved[f]! += (x - from![0]) * components.data[f]! + (y - from![1]) * (components.data[d + f] ?? 0);
    }
    return rows;
  }
  [x, y].forEach((value, axis) => {
    const f = data.columns.indexOf(view[axis]!);
    if (f >= 0) moved[f] = (value - data.offset[f]!) / data.scale[f]!;
  });
  return rows;
}
