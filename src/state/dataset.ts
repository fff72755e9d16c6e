import { datasetSpec } from '../engine/datasets/specs.ts';
import type { DatasetRef, Recipe } from '../engine/recipe.ts';
import type { Params } from '../engine/types.ts';

/** What a dataset is called: the loader's or generator's name; own points and files have the name of their key. */
export function datasetName(ref: DatasetRef): string {
  if (typeof ref === 'string') return ref;
  if ('make' in ref) return ref.make;
  return 'X' in ref ? 'X' : 'csv';
}

/** Equal for recipes that have the same rows in the same order: features and scaler do not matter. */
export function rowsKey(recipe: Recipe): string {
  return JSON.stringify([recipe.dataset, recipe.rows ?? null]);
}

/** Equal for recipes that cluster the same numbers. */
export function dataKey(recipe: Recipe): string {
  return JSON.stringify([recipe.dataset, recipe.rows ?? null, recipe.features ?? null, recipe.scaler ?? 'none']);
}

/** A dataset as the page starts it: a generator's name becomes a reference with the parameters the page starts it with. */
export function startDataset(ref: DatasetRef): DatasetRef {
  if (typeof ref !== 'string') return ref;
  const spec = datasetSpec(ref);
  return spec?.generated ? { ...spec.start.data, make: ref } : ref;
}

/**
 * A generator without a seed would draw other points in each worker and at each change of a slider: such a dataset keeps
 * one seed for as long as its reference stays the same.
 * @param before the recipe pinned last, whose seed is kept if only other parts of the recipe have changed
 */
export function pinSeed(recipe: Recipe, before: { asked: Recipe; pinned: Recipe } | null, draw = randomSeed): Recipe {
  const { dataset } = recipe;
  if (typeof dataset === 'string' || !('make' in dataset)) return recipe;
  if (typeof dataset.random_state === 'number') return recipe;
  if (!datasetSpec(dataset.make)?.params.random_state) return recipe;
  if (before && JSON.stringify(before.asked.dataset) === JSON.stringify(dataset)) {
    return { ...recipe, dataset: before.pinned.dataset };
  }
  return { ...recipe, dataset: { ...dataset, random_state: draw() } };
}

function randomSeed(): number {
  return Math.floor(Math.random() * 2 ** 32);
}

/** The recipe with which the page opens a dataset: its own start values, for the algorithm at hand. */
export function startRecipe(ref: DatasetRef, algorithm: string): Recipe {
  const start = datasetSpec(datasetName(ref))?.start;
  const recipe: Recipe = { dataset: startDataset(ref), algorithm, params: startParams(ref, algorithm) };
  return {
    ...recipe,
    ...(start?.features && { features: start.features }),
    ...(start?.scaler && { scaler: start.scaler }),
  };
}

/** What the page starts an algorithm with on this dataset. */
export function startParams(ref: DatasetRef, algorithm: string): Params {
  return datasetSpec(datasetName(ref))?.start.params[algorithm] ?? {};
}
