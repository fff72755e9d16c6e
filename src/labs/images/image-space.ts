import { isIdx } from '../../engine/dataset-ref.ts';
import { isPixels } from '../../engine/pixels.ts';
import type { DatasetRef } from '../../engine/recipe.ts';
import { fullScaleOf, specOf } from '../../engine/spec/features.ts';
import type { Table } from '../../engine/types.ts';
import type { Loaded } from '../../worker/api.ts';

/** How rows of the clustered space become pictures: what was scaled, and which pixels were clustered. */
export interface ImageSpace {
  readonly width: number;
  readonly height: number;
  /** What a pixel's brightest value is, unscaled. */
  readonly fullScale: number;
  /** The pixel of each clustered column. */
  readonly columns: readonly number[];
  /** unscaled = scaled · scale + offset, column by column. */
  readonly offset: Float64Array;
  readonly scale: Float64Array;
}

/** null where the rows are no pictures. @param ref the dataset that `data` is of */
export function imageSpace(ref: DatasetRef, data: Loaded): ImageSpace | null {
  const size = data.table.image ?? specOf(ref)?.image;
  const fullScale = fullScaleOf(ref);
  if (!size || fullScale === null || size.width * size.height !== data.table.X.cols) return null;
  const { columns, offset, scale } = data;
  return { ...size, fullScale, columns, offset, scale };
}

/** Whether the rows of a dataset are pictures, as far as is known before they are loaded. */
export const hasImages = (ref: DatasetRef) => isIdx(ref) || specOf(ref)?.image !== undefined;

const pixelCount = ({ width, height }: ImageSpace) => width * height;

/** Points of the clustered space (count × columns) as shades, 0 to 1; a pixel that is not clustered is black. */
export function shadesOf(space: ImageSpace, points: Float64Array): Float64Array {
  const { columns, offset, scale, fullScale } = space;
  const pixels = pixelCount(space);
  const count = columns.length === 0 ? 0 : points.length / columns.length;
  const shades = new Float64Array(count * pixels);
  for (let i = 0, at = 0; i < count; i++) {
    for (let j = 0; j < columns.length; j++, at++) {
      shades[i * pixels + columns[j]!] = clamp((points[at]! * scale[j]! + offset[j]!) / fullScale);
    }
  }
  return shades;
}

/** Standard deviations of the clustered columns as shades, the largest white: most of them would be too dark to see. */
export function spreadShades(space: ImageSpace, spread: Float64Array): Float64Array {
  const shades = new Float64Array(pixelCount(space));
  for (const [j, column] of space.columns.entries()) shades[column] = spread[j]! * space.scale[j]!;
  const most = shades.reduce((high, value) => Math.max(high, value), 0);
  return most > 0 ? shades.map((value) => value / most) : shades;
}

/** A row of the table as shades. */
export function rowShades({ fullScale }: ImageSpace, { X }: Pick<Table, 'X'>, row: number): Float64Array {
  const [from, to] = [row * X.cols, (row + 1) * X.cols];
  const raw = isPixels(X) ? X.bytes.subarray(from, to) : X.data.subarray(from, to);
  const unit = isPixels(X) ? X.divisor * fullScale : fullScale;
  return Float64Array.from(raw, (value) => value / unit);
}

/** A picture as a point of the clustered space. */
export function pointOf({ columns, offset, scale, fullScale }: ImageSpace, shades: Float64Array): Float64Array {
  return Float64Array.from(columns, (column, j) => (shades[column]! * fullScale - offset[j]!) / scale[j]!);
}

/** The Euclidean distance of a point from each of the centres (count × columns). */
export function distancesTo(point: Float64Array, centers: Float64Array): Float64Array {
  const d = point.length;
  const distances = new Float64Array(d === 0 ? 0 : centers.length / d);
  for (let c = 0, at = 0; c < distances.length; c++) {
    let square = 0;
    for (let j = 0; j < d; j++, at++) square += (point[j]! - centers[at]!) ** 2;
    distances[c] = Math.sqrt(square);
  }
  return distances;
}

const clamp = (value: number) => Math.min(1, Math.max(0, value));
