import { fromLanes, LANES, toLanes } from '../kernels/lanes.ts';
import { KernelMemory } from '../kernels/memory.ts';

/** Multiplications between two yields. */
const BLOCK_WORK = 2 ** 22;

/**
 * The lower triangle of a symmetric matrix whose row i begins with column first[i]: A. Jennings, "A compact storage scheme for
 * the solution of symmetric linear simultaneous equations", The Computer Journal 9 (1966) 281–285. Its Cholesky factor needs
 * no more room. A dense triangle is one where every row begins with column 0.
 */
export class Envelope {
  readonly n: number;
  readonly #memory = new KernelMemory();
  readonly #at: { readonly starts: number; readonly firsts: number; readonly lanes: number; readonly data: number };
  /** Row i is data[starts[i] … starts[i + 1]), its diagonal the last of them. */
  readonly #starts: Int32Array;
  readonly data: Float64Array;

  /** @throws RangeError where there is no room for it */
  constructor(private readonly first: Int32Array) {
    this.n = first.length;
    const starts = new Int32Array(this.n + 1);
    for (let i = 0; i < this.n; i++) starts[i + 1] = starts[i]! + i - first[i]! + 1;
    const memory = this.#memory;
    const at = {
      starts: memory.take(4 * starts.length),
      firsts: memory.take(4 * this.n),
      lanes: memory.take(8 * LANES * this.n),
      data: memory.take(8 * starts[this.n]!),
    };
    memory.i32(at.starts, starts.length).set(starts);
    memory.i32(at.firsts, this.n).set(first);
    this.#at = at;
    this.#starts = starts;
    this.data = memory.f64(at.data, starts[this.n]!);
  }

  /** Sets entry (i, j), first[i] ≤ j ≤ i. */
  set(i: number, j: number, value: number): void {
    this.data[this.#starts[i]! + j - this.first[i]!] = value;
  }

  /** Turns a positive definite matrix into its Cholesky factor. */
  *factor(): Generator<null, void, void> {
    const { data, starts, firsts } = this.#at;
    let work = 0;
    for (let from = 0, i = 0; i < this.n; i++) {
      work += (i - this.first[i]!) ** 2 / 2 + 20 * (i - this.first[i]!);
      if (work <= BLOCK_WORK && i < this.n - 1) continue;
      this.#memory.kernels.factorRows(data, starts, firsts, from, i + 1);
      yield null;
      work = 0;
      from = i + 1;
    }
  }

  /** Overwrites each v[j] with the solution x of L Lᵀ x = v[j], once `factor` has been run. Four at once take as long as one. */
  solve(v: readonly Float64Array[]): void {
    const { data, starts, firsts, lanes } = this.#at;
    const values = this.#memory.f64(lanes, LANES * this.n);
    for (let at = 0; at < v.length; at += LANES) {
      const some = v.slice(at, at + LANES);
      toLanes(some, values);
      this.#memory.kernels.solveFour(data, starts, firsts, this.n, lanes);
      fromLanes(values, some);
    }
  }
}

/** What a factorisation costs: stored numbers, and multiplications. */
export function envelopeCost(first: Int32Array): { entries: number; work: number } {
  let entries = 0;
  let work = 0;
  first.forEach((column, i) => {
    const width = i - column;
    entries += width + 1;
    work += (width * width) / 2;
  });
  return { entries, work };
}
