/**
 * MT19937, the 32-bit Mersenne twister: M. Matsumoto, T. Nishimura, ACM Transactions on Modeling and Computer
 * Simulation 8 (1998) 3–30; seeded from one integer by Knuth's multiplier as in the authors' revision of 2002.
 */
export class MersenneTwister {
  private readonly state = new Uint32Array(SIZE);
  private position = SIZE;

  /** `seed`: an integer 0…2³²-1. */
  constructor(seed: number) {
    let word = seed >>> 0;
    for (let i = 0; i < SIZE; i++) {
      this.state[i] = word;
      word = (Math.imul(1812433253, word ^ (word >>> 30)) + i + 1) >>> 0;
    }
  }

  /** The next 32 bits, as an integer 0…2³²-1. */
  next(): number {
    if (this.position === SIZE) this.twist();
    let word = this.state[this.position++]!;
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    word ^= word >>> 18;
    return word >>> 0;
  }

  private twist(): void {
    const { state } = this;
    for (let i = 0; i < SIZE; i++) {
      const after = i + 1 < SIZE ? i + 1 : 0;
      const far = i + SHIFT < SIZE ? i + SHIFT : i + SHIFT - SIZE;
      const mixed = (state[i]! & 0x80000000) | (state[after]! & 0x7fffffff);
      state[i] = state[far]! ^ (mixed >>> 1) ^ (mixed & 1 ? 0x9908b0df : 0);
    }
    this.position = 0;
  }
}

const SIZE = 624;
const SHIFT = 397;
