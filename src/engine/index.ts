import { cuts, fits, helpedFits } from './algorithms/fits.ts';
import { algorithmSpec } from './algorithms/specs.ts';
import type { FitContext, Step } from './fit.ts';
import type { Helpers } from './kernels/helpers.ts';
import { scoreAll } from './metrics/score-all.ts';
import { RandomState } from './numeric/random-state.ts';
import { type PrepareOptions, prepare } from './prepare.ts';
import { parseRecipe, type Recipe } from './recipe.ts';
import type { RunResult } from './result.ts';
import type { AlgorithmSpec } from './spec/algorithm.ts';
import { completeParams } from './spec/defaults.ts';
import { freshSeed as anySeed } from './spec/fresh-seed.ts';
import { requireFewImages } from './spec/image-rows.ts';
import { type Fitted, type Frame, NOISE, type Params, type Prepared, RecipeError } from './types.ts';

export { type PreparedData, type PrepareOptions, prepare } from './prepare.ts';
export type { RunResult } from './result.ts';
export { toJSON } from './to-json.ts';

export interface FitOptions {
  /** Whether somebody would look at a frame now; nobody does unless told otherwise. */
  readonly wantsFrame?: FitContext['wantsFrame'];
  /** Gives the seed where `random_state` is null. */
  readonly freshSeed?: () => number;
}

/**
 * The one door: checks a recipe, loads its points, fits, scores.
 * @throws RecipeError naming the field at fault
 */
export async function run(input: unknown, options: FitOptions & PrepareOptions = {}): Promise<RunResult> {
  const recipe = parseRecipe(input);
  const prepared = await prepare(recipe, options);
  const steps = await fitSteps(prepared, recipe, options);
  const started = performance.now();
  const fitted = lastOf(steps);
  const seconds = (performance.now() - started) / 1000;
  const { metrics, silhouetteSampleSize } = scoreAll(prepared.X, prepared.table.y, fitted.labels);
  return { recipe, prepared, fitted, ...countClusters(fitted.labels), metrics, silhouetteSampleSize, seconds };
}

/**
 * The fit of a recipe as a generator, for a caller that slices it, watches it or cancels it. It yields after each step: a
 * frame where one is wanted, else null; it returns what was fitted.
 */
export async function fitSteps(
  prepared: Prepared,
  recipe: Recipe,
  options: FitOptions = {},
): Promise<Generator<Frame | null, Fitted, void>> {
  const spec = algorithmSpec(recipe.algorithm);
  const load = spec && fits[spec.id];
  if (!load) throw new RecipeError('algorithm', `unknown "${recipe.algorithm}"`);
  requireFewImages(spec, prepared.X);
  const { params, context } = settingOf(spec, recipe, options);
  const steps = await load();
  return steps(prepared.X, params, context);
}

function settingOf(
  spec: AlgorithmSpec,
  recipe: Recipe,
  { wantsFrame = () => false, freshSeed = anySeed }: FitOptions,
): { params: Params; context: FitContext } {
  const params = completeParams(spec.params, recipe.params);
  const { random_state: seed } = params;
  return { params, context: { random: new RandomState(typeof seed === 'number' ? seed : freshSeed()), wantsFrame } };
}

/**
 * The fit of a recipe, its work shared with other threads where its method knows how to. It yields promises as well, which are to
 * be waited for.
 */
export async function helpedSteps(
  prepared: Prepared,
  recipe: Recipe,
  helpers: Helpers,
  options: FitOptions = {},
): Promise<Generator<Step, Fitted, void>> {
  const load = helpedFits[recipe.algorithm];
  if (!load || helpers.count === 0) return fitSteps(prepared, recipe, options);
  const { params, context } = settingOf(algorithmSpec(recipe.algorithm)!, recipe, options);
  const steps = await load();
  return steps(prepared.X, params, context, helpers);
}

/**
 * The rest of a fit whose first part was made before: of a recipe that differs from this one in parameters with `redo: 'cut'`
 * alone. Frames and result are those that `fitSteps` would give.
 * @param fitted what came of that recipe; it is read, not changed, and nothing of it is handed out
 */
export async function cutSteps(
  prepared: Prepared,
  recipe: Recipe,
  fitted: Fitted,
  { wantsFrame = () => false }: FitOptions = {},
): Promise<Generator<Frame | null, Fitted, void>> {
  const spec = algorithmSpec(recipe.algorithm);
  const load = spec && cuts[spec.id];
  if (!load) throw new RecipeError('algorithm', `"${recipe.algorithm}" has nothing to cut`);
  const params = completeParams(spec.params, recipe.params);
  const cut = await load();
  return cut(fitted, prepared.X, params, { wantsFrame });
}

/** How many clusters there are, noise apart, and how many rows are noise. */
export function countClusters(labels: Int32Array): { nClusters: number; nNoise: number } {
  const clusters = new Set<number>();
  let nNoise = 0;
  for (const label of labels) {
    if (label === NOISE) nNoise++;
    else clusters.add(label);
  }
  return { nClusters: clusters.size, nNoise };
}

function lastOf(steps: Generator<Frame | null, Fitted, void>): Fitted {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
