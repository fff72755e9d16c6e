import type { Recipe } from '../engine/recipe.ts';

/** Equal for recipes that cluster the same numbers: dataset, rows, features and scaler. */
export function dataKey({ dataset, rows, features, scaler }: Recipe): string {
  return JSON.stringify([dataset, rows ?? null, features ?? null, scaler ?? 'none']);
}

/** What a recipe says of the data, of whose key this is. */
export function dataOfKey(key: string): Pick<Recipe, 'dataset' | 'rows' | 'features' | 'scaler'> {
  const [dataset, rows, features, scaler] = JSON.parse(key);
  return {
    dataset,
    ...(rows !== null && { rows }),
    ...(features && { features }),
    ...(scaler !== 'none' && { scaler }),
  };
}
