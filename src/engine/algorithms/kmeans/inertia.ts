import { squaredDistance } from '../../numeric/distances.ts';
import type { Problem } from './problem.ts';

/** The sum of squared distances from the rows to their centres, row after row. */
export function inertiaOf({ data, n, d }: Problem, centers: Float64Array, labels: Int32Array): number {
  let inertia = 0;
  for (let i = 0; i < n; i++) inertia += squaredDistance(data, i * d, centers, labels[i]! * d, d);
  return inertia;
}
