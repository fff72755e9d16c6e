import { algorithmSpec } from '../../../engine/algorithms/specs.ts';
import type { Recipe } from '../../../engine/recipe.ts';
import { freshSeed } from '../../../engine/spec/fresh-seed.ts';
import type { Matrix, Params } from '../../../engine/types.ts';
import { startParams } from '../../../state/dataset.ts';
import { RACERS } from '../methods.ts';

/** What both methods take, and so have in common in a race. */
const SHARED = ['n_clusters', 'init', 'random_state'];

/**
 * The two recipes of a race on the data of `recipe`, K-Means first: the method that is asked for keeps its parameters, the
 * other one has its start values with the shared parameters of the first. One run each (`n_init` 1), and a seed where there
 * was none, so that what was seen can be had again.
 */
export function raceRecipes(recipe: Recipe, draw: () => number = freshSeed): readonly [Recipe, Recipe] {
  const asked = RACERS.some((id) => id === recipe.algorithm) ? recipe.params : null;
  const lead = asked ?? startParams(recipe.dataset, RACERS[0]);
  const shared: Record<string, Params[string]> = { random_state: draw() };
  for (const name of SHARED) if (lead[name] !== undefined && lead[name] !== null) shared[name] = lead[name];
  const recipeOf = (algorithm: string): Recipe => {
    const own = asked && recipe.algorithm === algorithm ? asked : startParams(recipe.dataset, algorithm);
    const known = algorithmSpec(algorithm)?.params ?? {};
    const params = Object.fromEntries(
      Object.entries({ ...own, ...shared, n_init: 1 }).filter(([name]) => name in known),
    );
    return { ...recipe, algorithm, params };
  };
  return [recipeOf(RACERS[0]), recipeOf(RACERS[1])];
}

/** The recipe that starts from these centres (clusters × columns, scaled). */
export function startingFrom(recipe: Recipe, { data, rows, cols }: Matrix): Recipe {
  const init = Array.from({ length: rows }, (_, j) => Array.from(data.subarray(j * cols, (j + 1) * cols)));
  return { ...recipe, params: { ...recipe.params, init } };
}
