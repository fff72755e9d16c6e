import { squaredDistance } from '../distances.ts';
import { blocksOf, type Points } from './points.ts';

/** The sum of squared distances from the rows to their centres, row after row; yields between blocks of rows. */
export function* measureInertia(
  { data, n, d }: Points,
  centers: Float64Array,
  labels: Int32Array,
): Generator<null, number, void> {
  let inertia = 0;
  for (const [start, end] of blocksOf(n, d)) {
    for (let i = start; i < end; i++) inertia += squaredDistance(data, i * d, centers, labels[i]! * d, d);
    if (end < n) yield null;
  }
  return inertia;
}

/** The same at once. */
export function inertiaOf(points: Points, centers: Float64Array, labels: Int32Array): number {
  const steps = measureInertia(points, centers, labels);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
