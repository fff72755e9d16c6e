import type { Near } from '../near.ts';

/** A symmetric sparse matrix by rows: entries starts[i] … starts[i + 1] of row i. */
export interface Affinities {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

const TRIES = 60;

/**
 * How likely each row is to pick each of its neighbours, with the width of the Gaussian around a row such that it has
 * `perplexity` neighbours in effect (van der Maaten 2014, section 4.1), made symmetric: all entries together sum to 1.
 */
export function affinities(near: Near, n: number, perplexity: number): Affinities {
  const likely = conditional(near, n, Math.log(perplexity));
  return symmetric(near, n, likely);
}

/** n × k shares that sum to 1 in each row. */
function conditional({ distances, k }: Near, n: number, entropy: number): Float32Array {
  const shares = new Float32Array(n * k);
  const own = new Float64Array(k);
  for (let i = 0; i < n; i++) {
    const least = distances[i * k]!;
    let [beta, low, high] = [1, 0, Number.POSITIVE_INFINITY];
    let sum = 0;
    for (let turn = 0; turn < TRIES; turn++) {
      sum = 0;
      let moment = 0;
      for (let m = 0; m < k; m++) {
        // A neighbour that was not found is infinitely far.
        const distance = distances[i * k + m]! - least;
        own[m] = distance < Number.POSITIVE_INFINITY ? Math.exp(-beta * distance) : 0;
        sum += own[m]!;
        if (own[m]! > 0) moment += own[m]! * distance;
      }
      const off = Math.log(sum) + (beta * moment) / sum - entropy;
      if (Math.abs(off) < 1e-5) break;
      if (off > 0) low = beta;
      else high = beta;
      beta = high === Number.POSITIVE_INFINITY ? beta * 2 : (low + high) / 2;
    }
    for (let m = 0; m < k; m++) shares[i * k + m] = own[m]! / sum;
  }
  return shares;
}

/** (P + Pᵀ) / 2n: every pair once in each of its two rows, a pair that picked each other twice (the places add up). */
function symmetric({ rows, k }: Near, n: number, shares: Float32Array): Affinities {
  const starts = new Int32Array(n + 1);
  for (let at = 0; at < n * k; at++) {
    if (rows[at]! < 0) continue;
    starts[Math.floor(at / k) + 1]!++;
    starts[rows[at]! + 1]!++;
  }
  for (let i = 0; i < n; i++) starts[i + 1]! += starts[i]!;
  const fill = starts.slice();
  const columns = new Int32Array(starts[n]!);
  const values = new Float32Array(starts[n]!);
  for (let at = 0; at < n * k; at++) {
    const [i, j] = [Math.floor(at / k), rows[at]!];
    if (j < 0) continue;
    for (const [from, to] of [
      [i, j],
      [j, i],
    ] as const) {
      columns[fill[from]!] = to;
      values[fill[from]!++] = shares[at]! / (2 * n);
    }
  }
  return { starts, columns, values };
}
