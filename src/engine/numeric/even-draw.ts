import type { RandomState } from './random-state.ts';
import { cumulativeShares } from './search.ts';

/**
 * One index 0…n-1 at a time, all alike, as `choice(n, { p })` with n weights of 1/n draws it: one number of the stream each.
 * Where the index could turn on how running sums are rounded, it looks into their table, which is made when first needed.
 */
export class EvenDraw {
  /** So near to an index, in indices, its running sum may lie: twice the rounding of n additions. */
  private readonly margin: number;
  private cumulative: Float64Array | null = null;

  constructor(readonly n: number) {
    this.margin = 2 * n * (n + 4) * Number.EPSILON;
  }

  next(random: RandomState): number {
    const { n, margin } = this;
    const sample = random.randomSample();
    const place = sample * n;
    const index = Math.floor(place);
    const past = place - index;
    return past > margin && past < 1 - margin ? index : this.lookUp(sample, index);
  }

  private lookUp(sample: number, guess: number): number {
    this.cumulative ??= cumulativeShares(new Float64Array(this.n).fill(1 / this.n));
    let index = Math.min(guess, this.n - 1);
    while (index > 0 && this.cumulative[index - 1]! > sample) index--;
    while (this.cumulative[index]! <= sample) index++;
    return index;
  }
}
