import type { PcaAnswer } from '../../../engine/explore/types.ts';
import { percent } from '../words.ts';

export const NOTHING = 'All rows are the same: there is no direction in which they spread.';

/** What the first components hold, in sentences. */
export function screeWords({ ratio, count }: PcaAnswer): string[] {
  let sum = 0;
  const sums = Array.from(ratio, (share) => {
    sum += share;
    return sum;
  });
  const enough = sums.findIndex((share) => share >= 0.95) + 1;
  return [
    ...Array.from(ratio.subarray(0, 5), (share, i) => `Component ${i + 1}: ${percent(share)} of the variance.`),
    enough > 0
      ? `${enough} ${enough === 1 ? 'component holds' : 'components hold'} 95 % of it.`
      : `The first ${count} components hold ${percent(sum)} of it.`,
  ];
}

/** The columns that weigh the most in the first components, the heaviest first. */
export function heaviest({ components, columns, count }: PcaAnswer, of: number, most: number): number[] {
  const d = columns.length;
  const weight = (j: number) => {
    let sum = 0;
    for (let k = 0; k < Math.min(of, count); k++) sum += components[k * d + j]! ** 2;
    return sum;
  };
  const weights = columns.map((_, j) => weight(j));
  return Array.from(weights.keys())
    .sort((a, b) => weights[b]! - weights[a]! || a - b)
    .slice(0, most);
}
