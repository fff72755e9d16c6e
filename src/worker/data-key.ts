import type { Recipe } from '../engine/recipe.ts';

/** Equal for recipes that cluster the same numbers: dataset, rows, features and scaler. */
export function dataKey({ dataset, rows, features, scaler }: Recipe): string {
  return JSON.stringify([dataset, rows ?? null, features ?? null, scaler ?? 'none']);
}
