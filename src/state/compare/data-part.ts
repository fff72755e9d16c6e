import type { Recipe } from '../../engine/recipe.ts';
import type { Params } from '../../engine/types.ts';
import { dataKey, dataOfKey } from '../../worker/data-key.ts';
import { pinSeed } from '../dataset.ts';
import type { DataPart } from './participants.ts';

/** What a recipe says of the data. */
export const dataPartOf = (recipe: Recipe): DataPart => dataOfKey(dataKey(recipe));

/**
 * What a recipe says of the data, the same for all that take part. A generator without a seed has none of its own: then it is
 * that of the data that is loaded, if it is the same generator's; null until it is there.
 * @param loaded `Loaded.key`
 */
export function sharedDataPart(recipe: Recipe, loaded: string | null): DataPart | null {
  const isSeeded = pinSeed(recipe, null, () => 0).recipe === recipe;
  if (isSeeded) return dataPartOf(recipe);
  if (loaded === null) return null;
  const part = dataOfKey(loaded);
  return withoutSeed({ ...part, algorithm: '', params: {} }) === withoutSeed(recipe) ? part : null;
}

function withoutSeed(recipe: Recipe): string {
  const { random_state: _, ...rest } = recipe.dataset as unknown as Params;
  return dataKey({ ...recipe, dataset: rest as unknown as Recipe['dataset'] });
}
