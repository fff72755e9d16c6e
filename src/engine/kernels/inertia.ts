/**
 * The sum of squared distances of rows to centres (k × d), all in pixels, by the sums and sizes of the clusters and Σ‖row‖².
 * It is exact but for one rounding an addition.
 */
export function inertiaOf(
  centers: Float64Array,
  sums: ArrayLike<number>,
  sizes: ArrayLike<number>,
  totalNorm: number,
): number {
  const d = centers.length / sizes.length;
  let inertia = totalNorm;
  for (let j = 0; j < sizes.length; j++) {
    let cross = 0;
    let norm = 0;
    for (let f = j * d; f < j * d + d; f++) {
      cross += centers[f]! * sums[f]!;
      norm += centers[f]! * centers[f]!;
    }
    inertia += sizes[j]! * norm - 2 * cross;
  }
  return Math.max(0, inertia);
}
