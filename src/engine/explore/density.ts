import { moments } from './moments.ts';

/** Above so many values they are first put on a grid of this many places: the curve moves by less than its line is wide. */
const EXACT = 1_000;
const PLACES = 1_024;

/**
 * A Gaussian kernel density estimate at `grid`, with Scott's bandwidth as `scipy.stats.gaussian_kde` takes it (n^(-1/5) times
 * the standard deviation with n - 1). null where it is not defined: fewer than two values, or all of them equal.
 */
export function density(values: Float64Array, grid: Float64Array): Float64Array | null {
  const n = values.length;
  const width = moments(values).std * n ** -0.2;
  if (!(width > 0)) return null;
  const { places, weights } = n > EXACT ? binned(values) : { places: values, weights: null };
  const factor = 1 / (n * width * Math.sqrt(2 * Math.PI));
  return grid.map((at) => {
    let sum = 0;
    for (let i = 0; i < places.length; i++) {
      const z = (at - places[i]!) / width;
      // Beyond that a kernel adds less than a millionth of its height.
      if (z < -5.5 || z > 5.5) continue;
      const height = Math.exp(-0.5 * z * z);
      sum += weights ? weights[i]! * height : height;
    }
    return sum * factor;
  });
}

/** Every value shared between the two places beside it. */
function binned(values: Float64Array): { places: Float64Array; weights: Float64Array } {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const step = (high - low) / (PLACES - 1);
  const weights = new Float64Array(PLACES);
  for (const value of values) {
    const place = (value - low) / step;
    const left = Math.min(PLACES - 2, Math.floor(place));
    weights[left]! += 1 - (place - left);
    weights[left + 1]! += place - left;
  }
  return { places: Float64Array.from(weights, (_, i) => low + i * step), weights };
}
