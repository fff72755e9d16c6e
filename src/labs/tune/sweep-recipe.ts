import { datasetSpec } from '../../engine/datasets/specs.ts';
import type { DatasetRef, Recipe } from '../../engine/recipe.ts';

/**
 * The recipe whose data is on the stage: a generator without a seed has the one that the session gave it, or every worker would
 * draw points of its own. null while that is not known.
 * @param shown the recipe of the run that is shown
 */
export function pinnedRecipe(recipe: Recipe, shown: Recipe | null): Recipe | null {
  if (!isSeedless(recipe.dataset)) return recipe;
  if (!shown || JSON.stringify(unseeded(shown.dataset)) !== JSON.stringify(unseeded(recipe.dataset))) return null;
  return { ...recipe, dataset: shown.dataset };
}

function isSeedless(dataset: DatasetRef): boolean {
  if (typeof dataset === 'string' || !('make' in dataset)) return false;
  const seed = datasetSpec(dataset.make)?.params.random_state;
  return seed !== undefined && (dataset.random_state ?? seed.default) === null;
}

function unseeded(dataset: DatasetRef): unknown {
  if (typeof dataset === 'string' || !('make' in dataset)) return dataset;
  const { random_state: _, ...rest } = dataset;
  return Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1));
}
