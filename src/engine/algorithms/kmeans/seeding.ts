import { gemmDot, gemvDot } from '../../numeric/dots.ts';
import type { RandomState } from '../../numeric/random-state.ts';
import { cumulativeSum, searchLeft } from '../../numeric/search.ts';
import type { Problem } from './problem.ts';

/** The rows that become the first centres. */
type Seeding = (problem: Problem, random: RandomState) => Generator<null, Int32Array, void>;

/** k rows, none twice. */
export const seedAtRandom: Seeding = function* seedAtRandom({ n, k }, random) {
  yield null;
  return random.choice(n, { size: k, replace: false, p: evenWeights(n) });
};

/** How many candidates k-means++ tries for each centre after the first. */
export const candidatesPerSeed = (k: number): number => 2 + Math.floor(Math.log(k));

/**
 * Greedy k-means++: D. Arthur, S. Vassilvitskii, "k-means++: the advantages of careful seeding", SODA 2007. Each further
 * centre is drawn with a probability that grows with the squared distance to the centres so far; of several such candidates
 * the one that leaves the smallest sum of squared distances is taken, the first of equals.
 */
export const seedPlusPlus: Seeding = function* seedPlusPlus(problem, random) {
  const { n, k } = problem;
  const seeds = new Int32Array(k);
  seeds[0] = random.choice(n, { size: 1, p: evenWeights(n) })[0]!;
  let closest = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  yield* nearer(problem, seeds[0]!, closest, closest, gemvDot);
  let potential = laneSum(closest);
  const trials = candidatesPerSeed(k);
  let best = new Float64Array(n);
  let tried = new Float64Array(n);
  for (let c = 1; c < k; c++) {
    const sums = cumulativeSum(closest);
    const rows = Array.from(random.randomSamples(trials), (sample) =>
      Math.min(searchLeft(sums, sample * potential), n - 1),
    );
    potential = Number.POSITIVE_INFINITY;
    for (const row of rows) {
      yield* nearer(problem, row, closest, tried, gemmDot);
      const sum = laneSum(tried);
      if (sum >= potential) continue;
      potential = sum;
      seeds[c] = row;
      [best, tried] = [tried, best];
    }
    [closest, best] = [best, closest];
  }
  return seeds;
};

function evenWeights(n: number): Float64Array {
  return new Float64Array(n).fill(1 / n);
}

/**
 * result[i] = min(closest[i], ‖row i − row `seed`‖²), by ‖a‖² − 2 a·b + ‖b‖². Where next to nothing is left of these, what is
 * left is rounding, and decides which of several duplicates comes next: there `exactDot` rounds as scikit-learn does.
 */
function* nearer(
  problem: Problem,
  seed: number,
  closest: Float64Array,
  result: Float64Array,
  exactDot: typeof gemmDot,
): Generator<null, void, void> {
  const { data, norms, n, d, k, blockRows } = problem;
  const step = blockRows * k;
  const seedNorm = norms[seed]!;
  for (let start = 0; start < n; start += step) {
    const end = Math.min(start + step, n);
    for (let i = start; i < end; i++) {
      let dot = 0;
      for (let f = 0, at = i * d, to = seed * d; f < d; f++) dot += data[at++]! * data[to++]!;
      let square = -2 * dot + seedNorm + norms[i]!;
      if (square < 1e-10 * seedNorm) square = -2 * exactDot(data, seed * d, data, i * d, d) + seedNorm + norms[i]!;
      result[i] = Math.max(0, Math.min(square, closest[i]!));
    }
    yield null;
  }
}

/** The sum of a long vector in four lanes, as a product with a vector of ones adds it up. */
function laneSum(values: Float64Array): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  const whole = values.length - (values.length % 4);
  for (let i = 0; i < whole; i += 4) {
    s0 += values[i]!;
    s1 += values[i + 1]!;
    s2 += values[i + 2]!;
    s3 += values[i + 3]!;
  }
  let sum = s0 + s2 + (s1 + s3);
  for (let i = whole; i < values.length; i++) sum += values[i]!;
  return sum;
}
