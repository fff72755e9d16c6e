import { gemmDot, gemvDot, gemvSum } from '../../numeric/dots.ts';
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
  const seeds = random.choice(n, { size: 1, p: evenWeights(n) });
  const trials = candidatesPerSeed(k);
  const tried: Float64Array[] = Array.from({ length: trials }, () => new Float64Array(n));
  let closest: Float64Array = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  yield* nearer(problem, seeds[0]!, closest, closest, gemvDot);
  let potential = gemvSum(closest, 0, 1);
  const chosen = [seeds[0]!];
  while (chosen.length < k) {
    const sums = cumulativeSum(closest);
    const rows = Array.from(random.randomSamples(trials), (sample) =>
      Math.min(searchLeft(sums, sample * potential), n - 1),
    );
    for (const [at, row] of rows.entries()) yield* nearer(problem, row, closest, tried[at]!, gemmDot);
    const best = bestCandidate(problem, chosen, rows, tried);
    potential = gemvSum(tried[best]!, best, trials);
    [closest, tried[best]] = [tried[best]!, closest];
    chosen.push(rows[best]!);
  }
  return Int32Array.from(chosen);
};

/** Which candidate leaves the smallest sum. Where others come close, all of those are summed again as scikit-learn rounds. */
function bestCandidate(
  problem: Problem,
  seeds: readonly number[],
  rows: readonly number[],
  tried: readonly Float64Array[],
): number {
  const sums = tried.map((values, at) => gemvSum(values, at, tried.length));
  const limit = Math.min(...sums) * (1 + 1e-12);
  const close = [...sums.keys()].filter((at) => sums[at]! <= limit);
  if (close.some((at) => !sameRow(problem, rows[at]!, rows[close[0]!]!))) {
    const exact = exactlyClosest(problem, seeds);
    for (const at of close) sums[at] = gemvSum(withSeed(problem, exact, rows[at]!, gemmDot), at, tried.length);
  }
  return close.reduce((best, at) => (sums[at]! < sums[best]! ? at : best));
}

function sameRow({ data, d }: Problem, a: number, b: number): boolean {
  for (let f = 0; f < d; f++) {
    if (data[a * d + f] !== data[b * d + f]) return false;
  }
  return true;
}

/** The squared distance of each row to the nearest seed, every one rounded as scikit-learn rounds it. */
function exactlyClosest(problem: Problem, seeds: readonly number[]): Float64Array {
  const none: Float64Array = new Float64Array(problem.n).fill(Number.POSITIVE_INFINITY);
  return seeds.reduce((closest, seed, at) => withSeed(problem, closest, seed, at === 0 ? gemvDot : gemmDot), none);
}

function withSeed(problem: Problem, closest: Float64Array, seed: number, dot: Dot): Float64Array {
  return closest.map((old, i) => Math.max(0, Math.min(old, exactSquare(problem, seed, i, dot))));
}

/** ‖row i − row `seed`‖² as ‖a‖² − 2 a·b + ‖b‖²; below 0 by rounding at times. */
function exactSquare({ data, norms, d }: Problem, seed: number, i: number, dot: Dot): number {
  return -2 * dot(data, seed * d, data, i * d, d) + norms[seed]! + norms[i]!;
}

type Dot = typeof gemmDot;

function evenWeights(n: number): Float64Array {
  return new Float64Array(n).fill(1 / n);
}

/**
 * result[i] = min(closest[i], ‖row i − row `seed`‖²). Where next to nothing is left of the difference, what is left is
 * rounding, and decides which of several duplicates comes next: there `dot` rounds as scikit-learn does.
 */
function* nearer(
  problem: Problem,
  seed: number,
  closest: Float64Array,
  result: Float64Array,
  dot: Dot,
): Generator<null, void, void> {
  const { data, norms, n, d, k, blockRows } = problem;
  const seedNorm = norms[seed]!;
  for (let start = 0; start < n; start += blockRows * k) {
    const end = Math.min(start + blockRows * k, n);
    for (let i = start; i < end; i++) {
      let product = 0;
      for (let f = 0, at = i * d, to = seed * d; f < d; f++) product += data[at++]! * data[to++]!;
      let square = -2 * product + seedNorm + norms[i]!;
      if (square < 1e-10 * seedNorm) square = exactSquare(problem, seed, i, dot);
      result[i] = Math.max(0, Math.min(square, closest[i]!));
    }
    yield null;
  }
}
