import type { Recipe } from '../../engine/recipe.ts';
import type { RecipeError } from '../../engine/types.ts';
import { rowsComeShuffled } from '../../state/dataset.ts';

const SAMPLE = 2000;

/**
 * How many rows would do where a method cannot take as many as there are; null for an error of another kind, or where so few
 * would be too many as well.
 */
export function fewerRows(
  { field, problem }: Pick<RecipeError, 'field' | 'problem'>,
  dataset: Recipe['dataset'],
): { readonly rows: number; readonly isRandom: boolean } | null {
  const most = field === 'rows' ? Number(/^must be at most (\d+)/.exec(problem)?.[1]) : 0;
  return most >= SAMPLE ? { rows: SAMPLE, isRandom: rowsComeShuffled(dataset) } : null;
}
