/** Multiplications between two yields. */
const BLOCK_WORK = 2 ** 21;

/**
 * The lower triangle of a symmetric matrix whose row i begins with column first[i]: A. Jennings, "A compact storage scheme for
 * the solution of symmetric linear simultaneous equations", The Computer Journal 9 (1966) 281–285. Its Cholesky factor needs
 * no more room. A dense triangle is one where every row begins with column 0.
 */
export class Envelope {
  readonly n: number;
  /** Row i is data[at[i] … at[i + 1]), its diagonal the last of them. */
  readonly at: Int32Array;
  readonly data: Float64Array;

  constructor(readonly first: Int32Array) {
    this.n = first.length;
    this.at = new Int32Array(this.n + 1);
    for (let i = 0; i < this.n; i++) this.at[i + 1] = this.at[i]! + i - first[i]! + 1;
    this.data = new Float64Array(this.at[this.n]!);
  }

  /** Sets entry (i, j), first[i] ≤ j ≤ i. */
  set(i: number, j: number, value: number): void {
    this.data[this.at[i]! + j - this.first[i]!] = value;
  }

  /** Turns a positive definite matrix into its Cholesky factor. */
  *factor(): Generator<null, void, void> {
    const { n, first, at, data } = this;
    let work = 0;
    for (let i = 0; i < n; i++) {
      // Offsets with which data[row + j] is entry (i, j).
      const row = at[i]! - first[i]!;
      for (let j = first[i]!; j < i; j++) {
        const other = at[j]! - first[j]!;
        const from = Math.max(first[i]!, first[j]!);
        data[row + j] = (data[row + j]! - dot(data, row + from, other + from, j - from)) / data[other + j]!;
        work += j - from;
      }
      const square = data[row + i]! - dot(data, at[i]!, at[i]!, i - first[i]!);
      data[row + i] = Math.sqrt(square);
      if (work > BLOCK_WORK) {
        work = 0;
        yield null;
      }
    }
  }

  /** Overwrites each v[j] with the solution x of L Lᵀ x = v[j], once `factor` has been run. Four at once cost little more than one. */
  solve(v: readonly Float64Array[]): void {
    let j = 0;
    for (; j + 3 < v.length; j += 4) this.solveFour(v[j]!, v[j + 1]!, v[j + 2]!, v[j + 3]!);
    for (; j < v.length; j++) this.solveOne(v[j]!);
  }

  private solveOne(v: Float64Array): void {
    const { n, first, at, data } = this;
    for (let i = 0; i < n; i++) {
      let sum = v[i]!;
      let t = at[i]!;
      for (let j = first[i]!; j < i; j++) sum -= data[t++]! * v[j]!;
      v[i] = sum / data[t]!;
    }
    for (let i = n - 1; i >= 0; i--) {
      const x = v[i]! / data[at[i + 1]! - 1]!;
      v[i] = x;
      let t = at[i]!;
      for (let j = first[i]!; j < i; j++) v[j]! -= data[t++]! * x;
    }
  }

  private solveFour(a: Float64Array, b: Float64Array, c: Float64Array, d: Float64Array): void {
    const { n, first, at, data } = this;
    for (let i = 0; i < n; i++) {
      let [sa, sb, sc, sd] = [a[i]!, b[i]!, c[i]!, d[i]!];
      let t = at[i]!;
      for (let j = first[i]!; j < i; j++) {
        const entry = data[t++]!;
        sa -= entry * a[j]!;
        sb -= entry * b[j]!;
        sc -= entry * c[j]!;
        sd -= entry * d[j]!;
      }
      [a[i], b[i], c[i], d[i]] = [sa / data[t]!, sb / data[t]!, sc / data[t]!, sd / data[t]!];
    }
    for (let i = n - 1; i >= 0; i--) {
      const pivot = data[at[i + 1]! - 1]!;
      const [xa, xb, xc, xd] = [a[i]! / pivot, b[i]! / pivot, c[i]! / pivot, d[i]! / pivot];
      [a[i], b[i], c[i], d[i]] = [xa, xb, xc, xd];
      let t = at[i]!;
      for (let j = first[i]!; j < i; j++) {
        const entry = data[t++]!;
        a[j]! -= entry * xa;
        b[j]! -= entry * xb;
        c[j]! -= entry * xc;
        d[j]! -= entry * xd;
      }
    }
  }
}

function dot(data: Float64Array, a: number, b: number, count: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let k = 0;
  for (; k + 3 < count; k += 4) {
    s0 += data[a + k]! * data[b + k]!;
    s1 += data[a + k + 1]! * data[b + k + 1]!;
    s2 += data[a + k + 2]! * data[b + k + 2]!;
    s3 += data[a + k + 3]! * data[b + k + 3]!;
  }
  for (; k < count; k++) s0 += data[a + k]! * data[b + k]!;
  return s0 + s1 + (s2 + s3);
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
