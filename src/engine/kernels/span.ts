import { KernelMemory } from './memory.ts';

/** Vectors of n numbers, added one after another: their products with another one, and their sums. */
export class Span {
  #memory = new KernelMemory();
  #capacity = 0;
  #size = 0;
  readonly #length: number;
  #at = { v: 0, numbers: 0, vectors: 0 };

  constructor(
    private readonly n: number,
    capacity: number,
  ) {
    this.#length = 4 * Math.ceil(n / 4);
    this.#reserve(capacity);
  }

  get size(): number {
    return this.#size;
  }

  /** Forgets all vectors. */
  clear(): void {
    this.#size = 0;
  }

  push(v: Float64Array): void {
    if (this.#size === this.#capacity) this.#reserve(2 * this.#capacity);
    const copy = this.#memory.f64(this.#at.vectors + 8 * this.#size * this.#length, this.#length);
    copy.set(v);
    copy.fill(0, this.n);
    this.#size++;
  }

  /** A copy of vector i. */
  vector(i: number): Float64Array {
    return this.#memory.f64(this.#at.vectors + 8 * i * this.#length, this.n).slice();
  }

  /** The products of the first `count` vectors with v. */
  dots(v: Float64Array, count = this.#size): Float64Array {
    const { kernels } = this.#memory;
    this.#load(v);
    kernels.dotAll(this.#at.vectors, count, this.#length, this.#at.v, this.#at.numbers);
    return this.#memory.f64(this.#at.numbers, count).slice();
  }

  /** Takes from v what lies in the span of the vectors, which are orthonormal. */
  leave(v: Float64Array): void {
    const { kernels } = this.#memory;
    const { vectors, v: at, numbers } = this.#at;
    this.#load(v);
    kernels.dotAll(vectors, this.#size, this.#length, at, numbers);
    const weights = this.#memory.f64(numbers, this.#size);
    for (let k = 0; k < weights.length; k++) weights[k] = -weights[k]!;
    kernels.addAll(vectors, this.#size, this.#length, numbers, at);
    v.set(this.#memory.f64(at, this.n));
  }

  /** Σ weight × vector, over as many vectors as there are weights. */
  combine(weights: Float64Array): Float64Array {
    const { vectors, v, numbers } = this.#at;
    this.#memory.f64(v, this.#length).fill(0);
    this.#memory.f64(numbers, weights.length).set(weights);
    this.#memory.kernels.addAll(vectors, weights.length, this.#length, numbers, v);
    return this.#memory.f64(v, this.n).slice();
  }

  #load(v: Float64Array): void {
    const at = this.#memory.f64(this.#at.v, this.#length);
    at.set(v);
    at.fill(0, this.n);
  }

  /** Moves to a memory that has room for more. */
  #reserve(capacity: number): void {
    const numbers = this.#size * this.#length;
    const old = this.#memory.f64(this.#at.vectors, numbers);
    const memory = new KernelMemory();
    this.#at = {
      v: memory.take(8 * this.#length),
      numbers: memory.take(8 * capacity),
      vectors: memory.take(8 * capacity * this.#length),
    };
    memory.f64(this.#at.vectors, numbers).set(old);
    this.#memory = memory;
    this.#capacity = capacity;
  }
}
