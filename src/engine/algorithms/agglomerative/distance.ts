import type { Measure } from '../../kernels/differences.ts';
import type { Matrix } from '../../types.ts';
import type { Metric } from './names.ts';

/** The distance of rows i and j. */
export type Distance = (i: number, j: number) => number;

/**
 * The distance between rows of X as scipy's `pdist` has it, to the last bit: entries are added from first to last. Cosine
 * sums its dot products in two lanes, even and odd entries.
 */
export function distanceBetween({ data, rows, cols: d }: Matrix, metric: Metric): Distance {
  switch (metric) {
    case 'manhattan':
    case 'l1':
    case 'cityblock':
      return (i, j) => {
        let sum = 0;
        for (let a = i * d, b = j * d, end = a + d; a < end; a++, b++) sum += Math.abs(data[a]! - data[b]!);
        return sum;
      };
    case 'chebyshev':
      return (i, j) => {
        let most = 0;
        for (let a = i * d, b = j * d, end = a + d; a < end; a++, b++) {
          const gap = Math.abs(data[a]! - data[b]!);
          if (gap > most) most = gap;
        }
        return most;
      };
    case 'cosine': {
      const fromProduct = fromProductOf({ data, rows, cols: d });
      return (i, j) => fromProduct(twoLaneDot(data, i * d, j * d, d), i, j);
    }
    default:
      return (i, j) => {
        let sum = 0;
        for (let a = i * d, b = j * d, end = a + d; a < end; a++, b++) {
          const gap = data[a]! - data[b]!;
          sum += gap * gap;
        }
        return Math.sqrt(sum);
      };
  }
}

/** The sum that the kernels take of a pair for a metric, and the distance of rows i and j that it comes to: that of `distanceBetween`. */
export function summedDistance(
  X: Matrix,
  metric: Metric,
): { readonly measure: Measure; readonly distance: (sum: number, i: number, j: number) => number } {
  switch (metric) {
    case 'manhattan':
    case 'l1':
    case 'cityblock':
      return { measure: 'sumGaps', distance: (sum) => sum };
    case 'chebyshev':
      return { measure: 'largestGaps', distance: (sum) => sum };
    case 'cosine':
      return { measure: 'sumProducts', distance: fromProductOf(X) };
    default:
      return { measure: 'sumSquares', distance: Math.sqrt };
  }
}

/** 1 − the cosine of rows i and j, from their product. */
function fromProductOf({ data, rows, cols: d }: Matrix): (product: number, i: number, j: number) => number {
  const lengths = Float64Array.from({ length: rows }, (_, i) => Math.sqrt(twoLaneDot(data, i * d, i * d, d)));
  return (product, i, j) => 1 - Math.min(1, Math.max(-1, product / (lengths[i]! * lengths[j]!)));
}

function twoLaneDot(data: Float64Array, a: number, b: number, d: number): number {
  let even = 0;
  let odd = 0;
  const pairs = d - (d % 2);
  for (let f = 0; f < pairs; f += 2) {
    even += data[a + f]! * data[b + f]!;
    odd += data[a + f + 1]! * data[b + f + 1]!;
  }
  const sum = even + odd;
  return pairs < d ? sum + data[a + pairs]! * data[b + pairs]! : sum;
}
