import { measureInertia } from '../../numeric/centers/inertia.ts';
import { assignNearest } from '../../numeric/centers/nearest.ts';
import { blocksOf, emptyPoints, gather, type Points } from '../../numeric/centers/points.ts';
import { seedAtRandom, seedPlusPlus } from '../../numeric/centers/seeding.ts';
import { squaredNorms } from '../../numeric/dots.ts';
import type { RandomState } from '../../numeric/random-state.ts';
import type { Options } from './options.ts';

/** Where the centres start; `seeds` are the rows behind them, none for centres given by hand. */
export interface Start {
  readonly centers: Float64Array;
  readonly seeds: Int32Array;
}

/**
 * The first centres: drawn `inits` times, each time from `initSize` rows taken at random, and judged by the inertia of one
 * and the same sample. What would not change the choice is not computed, but its random numbers are drawn.
 */
export function* bestStart(points: Points, options: Options, random: RandomState): Generator<null, Start, void> {
  const judges = sample(points.n, options.initSize, random);
  let best: Start | null = null;
  let lowest = Number.POSITIVE_INFINITY;
  const isContest = options.inits > 1;
  const jury = isContest ? take(points, judges) : null;
  for (let i = 0; i < options.inits; i++) {
    const start = yield* drawStart(points, options, random);
    const inertia: number = jury ? yield* judge(jury, start.centers) : 0;
    if (best === null || inertia < lowest) [best, lowest] = [start, inertia];
  }
  return best!;
}

function* drawStart(points: Points, options: Options, random: RandomState): Generator<null, Start, void> {
  const { init, initSize, clusters } = options;
  const { n, d } = points;
  const rows = initSize < n ? sample(n, initSize, random) : null;
  if (typeof init === 'object') return { centers: init.data.slice(), seeds: new Int32Array(0) };
  const subset = rows ? take(points, rows) : points;
  const chosen = yield* (init === 'random' ? seedAtRandom : seedPlusPlus)(subset, clusters, random);
  const centers = new Float64Array(clusters * d);
  chosen.forEach((at, j) => {
    centers.set(subset.data.subarray(at * d, at * d + d), j * d);
  });
  return { centers, seeds: rows ? chosen.map((at) => rows[at]!) : chosen };
}

/** Rows drawn with replacement. */
function sample(n: number, size: number, random: RandomState): Int32Array {
  return Int32Array.from({ length: size }, () => random.randint(0, n));
}

function take(points: Points, rows: Int32Array): Points {
  const taken = emptyPoints(rows.length, points.d);
  gather(points, rows, taken);
  return taken;
}

/** The inertia of a sample. */
function* judge(jury: Points, centers: Float64Array): Generator<null, number, void> {
  const { n, d } = jury;
  const k = centers.length / d;
  const norms = squaredNorms(centers, k, d);
  const labels = new Int32Array(n);
  for (const [start, end] of blocksOf(n, k * d)) {
    assignNearest(jury, centers, norms, labels, start, end);
    yield null;
  }
  return yield* measureInertia(jury, centers, labels);
}
