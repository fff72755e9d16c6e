import type { RandomState } from './random-state.ts';
import { cumulativeShares } from './search.ts';

/**
 * One index 0…n-1 at a time, all alike, as `choice(n, { p })` with n weights of 1/n draws it: one number of the stream each.
 * It looks where the index must be but for rounding, and has its table made once, so that a long row of draws is cheap.
 */
export class EvenDraw {
  private readonly cumulative: Float64Array;

  constructor(readonly n: number) {
    this.cumulative = cumulativeShares(new Float64Array(n).fill(1 / n));
  }

  next(random: RandomState): number {
    const { cumulative, n } = this;
    const sample = random.randomSample();
    let index = Math.floor(sample * n);
    while (index > 0 && cumulative[index - 1]! > sample) index--;
    while (cumulative[index]! <= sample) index++;
    return index;
  }
}
