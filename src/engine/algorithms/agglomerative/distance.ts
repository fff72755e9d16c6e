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
      const lengths = Float64Array.from({ length: rows }, (_, i) => Math.sqrt(twoLaneDot(data, i * d, i * d, d)));
      return (i, j) => {
        const cosine = twoLaneDot(data, i * d, j * d, d) / (lengths[i]! * lengths[j]!);
        return 1 - Math.min(1, Math.max(-1, cosine));
      };
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
