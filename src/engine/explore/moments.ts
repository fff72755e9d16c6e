export interface Moments {
  readonly mean: number;
  /** With n - 1; NaN of a single value. */
  readonly std: number;
  /** With n. */
  readonly populationStd: number;
  /** Corrected for bias (G1, as pandas and `scipy.stats.skew(bias=False)`); NaN of fewer than three, 0 of equal values. */
  readonly skewness: number;
}

/** Mean, spread and skewness by two passes. `values` are finite, all NaN if there are none. */
export function moments(values: Float64Array): Moments {
  const n = values.length;
  if (n === 0) return { mean: Number.NaN, std: Number.NaN, populationStd: Number.NaN, skewness: Number.NaN };
  const first = values[0]!;
  // Equal values have exactly their own mean, which a sum may miss by its last digit.
  if (values.every((value) => value === first)) {
    return {
      mean: first,
      std: n > 1 ? 0 : Number.NaN,
      populationStd: 0,
      skewness: n > 2 ? 0 : Number.NaN,
    };
  }
  const mean = meanOf(values);
  let squares = 0;
  let cubes = 0;
  let left = 0;
  for (const value of values) {
    const deviation = value - mean;
    left += deviation;
    squares += deviation * deviation;
    cubes += deviation * deviation * deviation;
  }
  const variance = (squares - (left * left) / n) / n;
  const biased = cubes / n / variance ** 1.5;
  return {
    mean,
    std: Math.sqrt((variance * n) / (n - 1)),
    populationStd: Math.sqrt(variance),
    skewness: n > 2 ? (biased * Math.sqrt(n * (n - 1))) / (n - 2) : Number.NaN,
  };
}

/** The digits that a sum drops are added in the end (A. Neumaier, 1974). */
function meanOf(values: Float64Array): number {
  let sum = 0;
  let dropped = 0;
  for (const value of values) {
    const next = sum + value;
    dropped += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return (sum + dropped) / values.length;
}
