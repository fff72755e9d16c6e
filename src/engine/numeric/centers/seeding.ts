import { gemmDot, gemvDot, gemvSum, orderOf, quickDot } from '../dots.ts';
import type { RandomState } from '../random-state.ts';
import { cumulativeSum, searchLeft } from '../search.ts';
import { pairwiseSum } from '../sums.ts';
import { BLOCK_WORK, blocksOf, type Points } from './points.ts';

/** The rows that become the first k centres. @param room of `seedingRoom`, for whoever seeds again and again */
export type Seeding = (
  points: Points,
  k: number,
  random: RandomState,
  room?: SeedingRoom,
) => Generator<null, Int32Array, void>;

/** What k-means++ writes down of each row. */
interface SeedingRoom {
  readonly sums: Float64Array;
  closest: Float64Array;
  /** One a candidate. */
  readonly tried: Float64Array[];
}

/** What seeding k of n rows writes to; it can be used again. */
export function seedingRoom(n: number, k: number): SeedingRoom {
  return {
    sums: new Float64Array(n),
    closest: new Float64Array(n),
    tried: Array.from({ length: candidatesPerSeed(k) }, () => new Float64Array(n)),
  };
}

/** k rows, none twice. */
export const seedAtRandom: Seeding = function* seedAtRandom({ n }, k, random) {
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
export const seedPlusPlus: Seeding = function* seedPlusPlus(points, k, random, room = seedingRoom(points.n, k)) {
  const { n } = points;
  const [first] = random.choice(n, { size: 1, p: evenWeights(n) });
  const seeds: Candidate[] = [{ row: first!, place: 0, places: 1 }];
  const places = candidatesPerSeed(k);
  const { sums, tried } = room;
  const rounding = roundingOf(points);
  room.closest.fill(Number.POSITIVE_INFINITY);
  let work = yield* nearer(points, seeds[0]!, room.closest, room.closest, 0);
  let potential = gemvSum(room.closest, 0, 1);
  while (seeds.length < k) {
    cumulativeSum(room.closest, sums);
    const candidates = Array.from(random.randomSamples(places), (sample, place) => ({
      row: Math.min(searchLeft(sums, sample * potential), n - 1),
      place,
      places,
    }));
    for (const candidate of candidates) {
      work = yield* nearer(points, candidate, room.closest, tried[candidate.place]!, work);
    }
    const best = bestCandidate(points, seeds, candidates, tried, rounding);
    potential = gemvSum(tried[best.place]!, best.place, places);
    [room.closest, tried[best.place]] = [tried[best.place]!, room.closest];
    seeds.push(best);
  }
  return Int32Array.from(seeds, ({ row }) => row);
};

/** A row that may become a centre, and its place among those that are tried together: products are rounded by it. */
interface Candidate {
  readonly row: number;
  readonly place: number;
  readonly places: number;
}

/** The candidate that leaves the smallest sum. Where others come close, all of those are summed again as scikit-learn rounds. */
function bestCandidate(
  points: Points,
  seeds: readonly Candidate[],
  candidates: readonly Candidate[],
  tried: readonly Float64Array[],
  rounding: number,
): Candidate {
  const sums = tried.map((values, place) => gemvSum(values, place, tried.length));
  const limit = Math.min(...sums) * (1 + 1e-12) + rounding;
  const close = candidates.filter(({ place }) => sums[place]! <= limit);
  if (close.some(({ row }) => !sameRow(points, row, close[0]!.row))) {
    const exact = exactlyClosest(points, seeds);
    for (const one of close) sums[one.place] = gemvSum(withSeed(points, exact, one), one.place, one.places);
  }
  return close.reduce((best, one) => (sums[one.place]! < sums[best.place]! ? one : best));
}

/** At most so much of a sum of squared distances can be rounding: what is left of ‖a‖² − 2 a·b + ‖b‖² far from the origin. */
function roundingOf({ norms, d }: Points): number {
  return 4 * (d + 4) * Number.EPSILON * pairwiseSum(norms);
}

function sameRow({ data, d }: Points, a: number, b: number): boolean {
  for (let f = 0; f < d; f++) {
    if (data[a * d + f] !== data[b * d + f]) return false;
  }
  return true;
}

/** The squared distance of each row to the nearest seed, every one rounded as scikit-learn rounds it. */
function exactlyClosest(points: Points, seeds: readonly Candidate[]): Float64Array {
  const none: Float64Array = new Float64Array(points.n).fill(Number.POSITIVE_INFINITY);
  return seeds.reduce((closest, seed) => withSeed(points, closest, seed), none);
}

function withSeed(points: Points, closest: Float64Array, seed: Candidate): Float64Array {
  return closest.map((old, i) => Math.max(0, Math.min(old, exactSquare(points, seed, i))));
}

/** ‖row i − the seed‖² as ‖a‖² − 2 a·b + ‖b‖², below 0 by rounding at times. A seed alone is a vector, several are a matrix. */
function exactSquare({ data, norms, n, d }: Points, { row, place, places }: Candidate, i: number): number {
  const dot =
    places === 1
      ? gemvDot(data, row * d, data, i * d, d)
      : gemmDot(data, row * d, data, i * d, d, orderOf(d, place, places, i, n));
  return -2 * dot + norms[row]! + norms[i]!;
}

/** The same chance for each of n rows, as numpy's `choice` is given it. */
export function evenWeights(n: number): Float64Array {
  return new Float64Array(n).fill(1 / n);
}

/**
 * result[i] = min(closest[i], ‖row i − the seed‖²). Where little is left of the difference, part of it is rounding, and may
 * decide which of several duplicates comes next: there it is rounded as in scikit-learn.
 * @param work multiplications since the last yield; @returns the same at the end
 */
function* nearer(
  points: Points,
  seed: Candidate,
  closest: Float64Array,
  result: Float64Array,
  work: number,
): Generator<null, number, void> {
  const { n, d } = points;
  let since = work;
  for (const [start, end] of blocksOf(n, d)) {
    nearerRows(points, seed, closest, result, start, end);
    since += (end - start) * d;
    if (since < BLOCK_WORK) continue;
    since = 0;
    yield null;
  }
  return since;
}

function nearerRows(
  points: Points,
  seed: Candidate,
  closest: Float64Array,
  result: Float64Array,
  start: number,
  end: number,
): void {
  const { data, norms, d } = points;
  const seedNorm = norms[seed.row]!;
  const little = 1e-4 * seedNorm;
  const at = seed.row * d;
  const x = data[at]!;
  const y = data[at + 1]!;
  for (let i = start; i < end; i++) {
    // In the plane, where points are many and a product is short, without a call.
    const dot = d === 2 ? data[2 * i]! * x + data[2 * i + 1]! * y : quickDot(data, i * d, data, at, d);
    const square = -2 * dot + seedNorm + norms[i]!;
    if (square < little) result[i] = Math.max(0, Math.min(exactSquare(points, seed, i), closest[i]!));
    else result[i] = Math.max(0, Math.min(square, closest[i]!));
  }
}
