import { SCREEN_COLUMNS, Screen } from '../../kernels/screen.ts';
import type { DistanceMetric } from './metric.ts';

/** Fewer columns leave boxes something to hold back. scikit-learn gives up its trees at the same number. */
const LEAST_COLUMNS = 16;
/** Of fewer rows all pairs are measured before the kernels are there. */
const LEAST_ROWS = 200;

/** Rows as a metric measures them, and rounded. */
export interface Screened {
  readonly points: Float64Array;
  readonly screen: Screen;
}

const SAYS: Readonly<Record<string, 'squares' | 'products'>> = { euclidean: 'squares', cosine: 'products' };

/** By the rows' own memory, then metric: a slider that is dragged asks again and again. */
const made = new WeakMap<Float64Array, Map<string, Screened>>();

/** n = data.length / d rows rounded, or null where a tree serves better or the metric is neither euclidean nor cosine. */
export function screenedRows(data: Float64Array, d: number, { name, transform }: DistanceMetric): Screened | null {
  const says = SAYS[name];
  if (!says || d < LEAST_COLUMNS || d > SCREEN_COLUMNS || data.length < LEAST_ROWS * d) return null;
  const known = made.get(data) ?? new Map<string, Screened>();
  made.set(data, known);
  let screened = known.get(name);
  if (!screened) {
    const points = transform ? transform(data, d) : data;
    screened = { points, screen: new Screen(points, d, says) };
    known.set(name, screened);
  }
  return screened;
}
