import { algorithmSpec } from '../engine/algorithms/specs.ts';
import type { Recipe } from '../engine/recipe.ts';
import { completeParams } from '../engine/spec/defaults.ts';
import { dataKey } from './data-key.ts';

/**
 * Equal for recipes of which one's fit needs only another cut to be the other's: same data, same algorithm, same parameters
 * but for those with `redo: 'cut'` (or 'picture'). null where the algorithm has no such parameters.
 */
export function fitKey(recipe: Recipe): string | null {
  const specs = algorithmSpec(recipe.algorithm)?.params ?? {};
  const names = Object.keys(specs);
  if (!names.some((name) => specs[name]!.redo === 'cut')) return null;
  const params = completeParams(specs, recipe.params);
  const fitted = names.filter((name) => specs[name]!.redo === 'fit').map((name) => [name, params[name]]);
  return JSON.stringify([dataKey(recipe), recipe.algorithm, fitted]);
}
