import { log } from './log.ts';
import { MersenneTwister } from './mersenne-twister.ts';
import { cumulativeShares, searchRight } from './search.ts';

export interface ChoiceOptions {
  /** How many to draw. */
  readonly size: number;
  /** With replacement (the default) or without. */
  readonly replace?: boolean;
  /** n probabilities that sum to 1; omitted: all alike. */
  readonly p?: Float64Array;
}

/**
 * numpy's legacy generator, `numpy.random.RandomState(seed)`, draw for draw and bit for bit: every method takes as many
 * numbers from the stream as numpy's, so that a sequence of calls stays in step.
 */
export class RandomState {
  private readonly source: MersenneTwister;
  /** The polar method makes two normal numbers at a time; the second waits here. */
  private spareNormal: number | null = null;

  /** `seed`: an integer 0…2³²-1; a RangeError otherwise. */
  constructor(readonly seed: number) {
    if (!Number.isInteger(seed) || seed < 0 || seed > MAX_UINT32) {
      throw new RangeError('the seed must be an integer from 0 to 4294967295');
    }
    this.source = new MersenneTwister(seed);
  }

  /** A number in [0, 1) with 53 random bits. */
  randomSample(): number {
    const high = this.source.next() >>> 5;
    const low = this.source.next() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  /** `size` numbers of `randomSample`. */
  randomSamples(size: number): Float64Array {
    return Float64Array.from({ length: size }, () => this.randomSample());
  }

  /** A number in [low, high). */
  uniform(low = 0, high = 1): number {
    return low + (high - low) * this.randomSample();
  }

  /**
   * An integer in [low, high), as `randint` with its default dtype draws it. The range is at most 2³² wide (numpy takes two
   * words a draw beyond that); a RangeError otherwise, or where it is empty.
   */
  randint(low: number, high: number): number {
    const width = high - low - 1;
    if (!(width >= 0 && width <= MAX_UINT32)) throw new RangeError('randint needs low < high, at most 2³² apart');
    return low + this.below(width);
  }

  /** The numbers 0…n-1 in random order. */
  permutation(n: number): Int32Array {
    const order = Int32Array.from({ length: n }, (_, i) => i);
    this.shuffle(order);
    return order;
  }

  /** Shuffles in place. `rowLength` > 1: whole rows of that many entries. */
  shuffle(a: Int32Array | Float64Array | unknown[], rowLength = 1): void {
    for (let i = a.length / rowLength - 1; i >= 1; i--) {
      const j = this.below(i);
      for (let column = 0; column < rowLength; column++) {
        const from = i * rowLength + column;
        const to = j * rowLength + column;
        const kept = a[from]!;
        a[from] = a[to]!;
        a[to] = kept;
      }
    }
  }

  /**
   * `size` indices 0…n-1. Throws a RangeError where that many cannot be drawn without replacement.
   */
  choice(n: number, { size, replace = true, p }: ChoiceOptions): Int32Array {
    if (n < 1 || (p && p.length !== n)) throw new RangeError('choice needs n > 0, and one probability for each');
    if (!replace) {
      const possible = p ? p.reduce((count, weight) => count + (weight > 0 ? 1 : 0), 0) : n;
      if (size > possible) throw new RangeError('more to draw without replacement than there are');
      return p ? this.weightedWithoutReplacement(p, size) : this.permutation(n).slice(0, size);
    }
    if (!p) return Int32Array.from({ length: size }, () => this.below(n - 1));
    const cumulative = cumulativeShares(p);
    return Int32Array.from({ length: size }, () => searchRight(cumulative, this.randomSample()));
  }

  /**
   * A normal number with mean 0 and deviation 1: G. Marsaglia's polar method. With `Math.log` as the logarithm it takes a
   * fifth of the time, and the last bit is the engine's: for noise that is itself smaller than what is rounded.
   */
  standardNormal(logarithm: (x: number) => number = log): number {
    if (this.spareNormal !== null) {
      const spare = this.spareNormal;
      this.spareNormal = null;
      return spare;
    }
    let x: number;
    let y: number;
    let square: number;
    do {
      x = 2 * this.randomSample() - 1;
      y = 2 * this.randomSample() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square === 0);
    const factor = Math.sqrt((-2 * logarithm(square)) / square);
    this.spareNormal = factor * x;
    return factor * y;
  }

  /** A normal number with mean `loc` and deviation `scale`. */
  normal(loc = 0, scale = 1): number {
    return loc + scale * this.standardNormal();
  }

  /** An integer in [0, max]: draws are cut to the bits of `max` and thrown away until one fits. Takes none for max = 0. */
  private below(max: number): number {
    if (max === 0) return 0;
    const mask = MAX_UINT32 >>> Math.clz32(max);
    let value: number;
    do value = (this.source.next() & mask) >>> 0;
    while (value > max);
    return value;
  }

  /** Draws as many as are missing, keeps the new ones in the order in which they came, sets their weight to 0, and again. */
  private weightedWithoutReplacement(p: Float64Array, size: number): Int32Array {
    const weights = p.slice();
    const drawn = new Set<number>();
    while (drawn.size < size) {
      const samples = this.randomSamples(size - drawn.size);
      for (const index of drawn) weights[index] = 0;
      const cumulative = cumulativeShares(weights);
      for (const sample of samples) drawn.add(searchRight(cumulative, sample));
    }
    return Int32Array.from(drawn);
  }
}

const MAX_UINT32 = 0xffffffff;
