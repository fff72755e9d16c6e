import type { Pause } from '../../fit.ts';
import type { RandomState } from '../../numeric/random-state.ts';
import type { Options } from './options.ts';
import type { Rows } from './rows.ts';

/** Where the centres start; `seeds` are the rows behind them, none for centres given by hand. */
export interface Start {
  readonly centers: Float64Array;
  readonly seeds: Int32Array;
}

/**
 * The first centres: drawn `inits` times, each time from `initSize` rows taken at random, and judged by the inertia of one
 * and the same sample. What would not change the choice is not computed, but its random numbers are drawn.
 */
export function* bestStart(rows: Rows, options: Options, random: RandomState): Generator<Pause, Start, void> {
  const judges = sample(rows.n, options.initSize, random);
  let best: Start | null = null;
  let lowest = Number.POSITIVE_INFINITY;
  const isContest = options.inits > 1;
  const jury = isContest ? yield* rows.take(judges) : null;
  for (let i = 0; i < options.inits; i++) {
    const start = yield* drawStart(rows, options, random);
    const inertia: number = jury ? yield* jury.judge(start.centers) : 0;
    if (best === null || inertia < lowest) [best, lowest] = [start, inertia];
  }
  jury?.dispose();
  return best!;
}

function* drawStart(all: Rows, options: Options, random: RandomState): Generator<Pause, Start, void> {
  const { init, initSize, clusters } = options;
  const rows = initSize < all.n ? sample(all.n, initSize, random) : null;
  if (typeof init === 'object') return { centers: init.data.slice(), seeds: new Int32Array(0) };
  const subset = rows ? yield* all.take(rows) : all;
  const chosen = yield* subset.seed(init, clusters, random);
  return { centers: subset.centersAt(chosen), seeds: rows ? chosen.map((at) => rows[at]!) : chosen };
}

/** Rows drawn with replacement. */
function sample(n: number, size: number, random: RandomState): Int32Array {
  return Int32Array.from({ length: size }, () => random.randint(0, n));
}
