/** Running sums from the first entry on, rounded after each addition as `numpy.cumsum` rounds them; into `sums`. */
export function cumulativeSum(
  values: Float64Array,
  sums: Float64Array = new Float64Array(values.length),
): Float64Array {
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    sum += values[i]!;
    sums[i] = sum;
  }
  return sums;
}

/** Running sums of weights over their total. */
export function cumulativeShares(weights: Float64Array): Float64Array {
  const sums = cumulativeSum(weights);
  const total = sums[sums.length - 1]!;
  for (let i = 0; i < sums.length; i++) sums[i]! /= total;
  return sums;
}

/** The first index whose entry is greater than `value`: `numpy.searchsorted` with side 'right'. `sorted` ascends. */
export function searchRight(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The first index whose entry, `before` added, is not less than `value`: `numpy.searchsorted` with side 'left'. `sorted` ascends.
 */
export function searchLeft(sorted: Float64Array, value: number, before = 0): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (before + sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
