import type { Fit } from '../../fit.ts';
import { type Frame, type Matrix, type Params, RecipeError, UNASSIGNED } from '../../types.ts';
import { estimateBandwidth } from './bandwidth.ts';
import { Climb } from './climb.ts';
import { assign, type Modes, mergeModes } from './modes.ts';
import { binSeeds, rowSeeds, type Seeds } from './seeds.ts';
import { spec } from './spec.ts';
import { redFlags } from './warnings.ts';

/** Rows looked at between two yields: a few milliseconds. */
const BLOCK = 400_000;

/**
 * scikit-learn's MeanShift, all seeds climbing in step. Attributes: `cluster_centers`, `n_iter`, and the `bandwidth` used.
 * @throws RecipeError where no cell holds `min_bin_freq` rows, or no seed meets a row (scikit-learn
 * raises there too), or a `quantile` other than its default estimates a bandwidth of 0, which MeanShift would not take
 */
export const fit: Fit = function* (X, params, { wantsFrame }) {
  const n = X.rows;
  const bandwidth = (params.bandwidth as number | null) ?? (yield* estimateBandwidth(X, params.quantile as number));
  if (bandwidth === 0 && params.quantile !== spec.params.quantile!.default) {
    throw new RecipeError('params.quantile', 'the bandwidth estimated with it is 0; a larger one is needed');
  }
  const seeds = seedsOf(X, params, bandwidth);
  const climb = new Climb(X, seeds, bandwidth, params.max_iter as number);
  const own = seeds.ofRows ? { seed_of: seeds.ofRows } : {};
  const shared = { bandwidth, seeds_are_rows: seeds.areRows ? 1 : 0, ...own };

  let step = 0;
  if (wantsFrame()) yield climbFrame('init', step, climb, n, shared);
  else yield null;
  let looked = 0;
  while (climb.left > 0) {
    step++;
    for (let seed = 0; seed < climb.count; seed++) {
      if (climb.moving[seed] === 0) continue;
      looked += climb.step(seed) + 50;
      if (looked > BLOCK) {
        looked = 0;
        yield null;
      }
    }
    if (wantsFrame()) yield climbFrame('climb', step, climb, n, shared);
  }

  const modes = mergeModes(climb, bandwidth);
  if (modes.centers.rows === 0) {
    throw new RecipeError('params.bandwidth', `no point lies within ${bandwidth} of any seed; a larger one is needed`);
  }
  if (wantsFrame()) yield endFrame('merge', step + 1, climb, modes, new Int32Array(n).fill(UNASSIGNED), shared);
  const labels = assign(X, modes.centers, params.cluster_all ? null : bandwidth);
  if (wantsFrame(true)) yield endFrame('assign', step + 2, climb, modes, labels.slice(), shared);
  return {
    labels,
    attributes: { cluster_centers: modes.centers, n_iter: most(climb.iterations), bandwidth },
    warnings: redFlags(labels, modes.centers.rows, climb.stopped, params.max_iter as number),
  };
};

function seedsOf(X: Matrix, params: Params, bandwidth: number): Seeds {
  if (!params.bin_seeding) return rowSeeds(X);
  const least = params.min_bin_freq as number;
  const seeds = binSeeds(X, bandwidth, least, params.bandwidth !== null);
  if (seeds.count === 0) {
    throw new RecipeError('params.min_bin_freq', `no bin of side ${bandwidth} holds ${least} points; lower it`);
  }
  return seeds;
}

type Shared = Readonly<{ bandwidth: number; seeds_are_rows: number; seed_of?: Int32Array }>;

function climbFrame(phase: string, step: number, climb: Climb, n: number, shared: Shared): Frame {
  return {
    step,
    phase,
    labels: new Int32Array(n).fill(UNASSIGNED),
    changed: new Int32Array(0),
    centers: null,
    score: climb.left,
    extra: { ...shared, ...picture(climb) },
  };
}

function endFrame(phase: string, step: number, climb: Climb, modes: Modes, labels: Int32Array, shared: Shared): Frame {
  const { data, rows, cols } = modes.centers;
  return {
    step,
    phase,
    labels,
    changed: phase === 'assign' ? Int32Array.from(labels.keys()) : new Int32Array(0),
    centers: { data: data.slice(), rows, cols },
    score: climb.left,
    extra: { ...shared, ...picture(climb), mode: modes.modeOf.slice() },
  };
}

/** Where the seeds are, which still move, and how many rows each has in its window. */
function picture({ means, moving, weights, left }: Climb) {
  return { seeds: means.slice(), moving: moving.slice(), weights: weights.slice(), left };
}

function most(values: Int32Array): number {
  let result = 0;
  for (const value of values) if (value > result) result = value;
  return result;
}
