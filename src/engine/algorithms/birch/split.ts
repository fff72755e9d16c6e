import { squaredNorm } from '../../numeric/dots.ts';
import type { Entries } from './entries.ts';
import { slackOf } from './least.ts';
import { ownDot } from './own-product.ts';

/**
 * Parts the entries of a full node: 0 for those that are nearer to one of the two that are farthest apart, 1 for the others
 * (and for those in the middle).
 */
export function partsOf(entries: Entries, places: readonly number[]): Uint8Array {
  const distances = new Distances(entries, places);
  const [one, other] = distances.farthest();
  const parts = Uint8Array.from(places, (_, i) => (distances.isLess(one, i, other, i) ? 0 : 1));
  // Where all lie on one spot too, the first part gets one.
  parts[one] = 0;
  return parts;
}

/** Squared distances between the centres of some entries: plain ones, and, where two are too close to tell, numpy's to the last bit. */
class Distances {
  private readonly norms: Float64Array;
  private readonly plain: Float64Array;
  private readonly slack: number;

  constructor(
    private readonly entries: Entries,
    private readonly places: readonly number[],
  ) {
    const { centers, d } = entries;
    const count = places.length;
    this.norms = Float64Array.from(places, (entry) => squaredNorm(centers, entry * d, d));
    this.plain = new Float64Array(count * count);
    for (let i = 0; i < count; i++) {
      for (let j = i + 1; j < count; j++) {
        let sum = 0;
        for (let a = places[i]! * d, b = places[j]! * d, end = a + d; a < end; a++, b++) {
          sum += (centers[a]! - centers[b]!) ** 2;
        }
        this.plain[i * count + j] = sum;
        this.plain[j * count + i] = sum;
      }
    }
    this.slack = slackOf(2 * this.norms.reduce((most, norm) => Math.max(most, norm), 0), d);
  }

  /** The first pair, row by row, at the largest distance. */
  farthest(): [number, number] {
    const count = this.places.length;
    const limit = this.plain.reduce((most, value) => Math.max(most, value), 0) - 2 * this.slack;
    let best = 0;
    let most = 0;
    for (let at = 0; at < this.plain.length; at++) {
      if (this.plain[at]! < limit) continue;
      const value = this.exact(Math.floor(at / count), at % count);
      if (value <= most) continue;
      most = value;
      best = at;
    }
    return [Math.floor(best / count), best % count];
  }

  /** Whether i and j are nearer to each other than k and l. */
  isLess(i: number, j: number, k: number, l: number): boolean {
    const count = this.places.length;
    const [one, other] = [this.plain[i * count + j]!, this.plain[k * count + l]!];
    if (Math.abs(one - other) > 2 * this.slack) return one < other;
    return this.exact(i, j) < this.exact(k, l);
  }

  private exact(i: number, j: number): number {
    if (i === j) return 0;
    const { centers, d } = this.entries;
    const dot = ownDot(i, j, this.places.length, centers, this.places[i]! * d, this.places[j]! * d, d);
    return Math.max(0, -2 * dot + this.norms[i]! + this.norms[j]!);
  }
}
