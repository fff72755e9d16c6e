import type { Recipe } from '../../engine/recipe.ts';
import { mostImages } from '../../engine/spec/image-rows.ts';
import { clusteredSize } from '../../state/clustered-size.ts';
import { rowsComeShuffled } from '../../state/dataset.ts';

const SAMPLE = 2000;

/**
 * How many rows would do where a recipe's method cannot take as many images as there are; null where it can, or where so few
 * would be too many as well.
 */
export function fewerRows(recipe: Recipe): { readonly rows: number; readonly isRandom: boolean } | null {
  const { rows, columns } = clusteredSize(recipe);
  const most = columns && mostImages(recipe, columns);
  if (!most || rows === null || rows <= most || most < SAMPLE) return null;
  return { rows: SAMPLE, isRandom: rowsComeShuffled(recipe.dataset) };
}
