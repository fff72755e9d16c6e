import type { Recipe } from '../../engine/recipe.ts';
import { type Axis, isRange, type RangeAxis } from '../../engine/spec/axes.ts';
import { many } from '../../state/many.ts';

type Ends = readonly [from: number, to: number];
type Ask = (recipe: Recipe, signal: AbortSignal) => Promise<Ends>;

/** Quantiles of the distances to the k-th neighbour, ascending. */
async function kDistances(recipe: Recipe, k: number, signal: AbortSignal): Promise<(share: number) => number> {
  const { metric, p } = recipe.params;
  const sorted = await many().kDistances(
    recipe,
    typeof metric === 'string' ? metric : 'euclidean',
    typeof p === 'number' ? p : 2,
    k,
    { signal },
  );
  return (share) => sorted[Math.round(share * (sorted.length - 1))]!;
}

const bandwidth = async (recipe: Recipe, quantile: number, signal: AbortSignal) =>
  (await many().bandwidths(recipe, [quantile], { signal }))[0]!;

/** Parameters that are lengths in the space of the data, and between which lengths of the data they are worth varying. */
const lengths: Readonly<Record<string, Ask>> = {
  async 'DBSCAN eps'(recipe, signal) {
    const { min_samples: least } = recipe.params;
    const at = await kDistances(recipe, typeof least === 'number' ? least : 5, signal);
    return [at(0.1) / 2, at(1)];
  },
  async 'MeanShift bandwidth'(recipe, signal) {
    return [(await bandwidth(recipe, 0.1, signal)) / 2, await bandwidth(recipe, 0.8, signal)];
  },
  async 'Birch threshold'(recipe, signal) {
    const at = await kDistances(recipe, 5, signal);
    return [at(0.5) / 2, await bandwidth(recipe, 0.3, signal)];
  },
};

/** Whether the range of an axis can be read off the data. */
export function isFittable(algorithm: string, axis: Axis | null): axis is RangeAxis {
  return axis !== null && isRange(axis) && Object.hasOwn(lengths, `${algorithm} ${axis.param}`);
}

/** The axis with ends that suit the data; null where the data has no lengths (all rows the same). */
export async function fittedAxis(recipe: Recipe, axis: RangeAxis, signal: AbortSignal): Promise<RangeAxis | null> {
  const [from, to] = await lengths[`${recipe.algorithm} ${axis.param}`]!(recipe, signal);
  return fitted(axis, from, to);
}

export function fitted(axis: RangeAxis, from: number, to: number): RangeAxis | null {
  const [low, high] = [Number(Math.max(from, to / 50).toPrecision(1)), Number(to.toPrecision(2))];
  return low > 0 && low < high && Number.isFinite(high) ? { ...axis, from: low, to: high } : null;
}

/** Whether a range is of another scale than the data: it ends far below or far above what would suit. */
export function isFar(axis: RangeAxis, suits: RangeAxis): boolean {
  return axis.to < suits.to / 3 || axis.to > 6 * suits.to;
}
