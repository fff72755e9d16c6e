import type { Recipe } from '../../engine/recipe.ts';

/** The columns that a recipe clusters, ascending; names that are unknown are left out. */
export function chosenColumns(recipe: Recipe, featureNames: readonly string[]): number[] {
  if (!recipe.features) return featureNames.map((_, column) => column);
  const columns = recipe.features.map((feature) =>
    typeof feature === 'number' ? feature : featureNames.indexOf(feature),
  );
  return [...new Set(columns)].filter((column) => column >= 0 && column < featureNames.length).sort((a, b) => a - b);
}

/** The recipe's `features` for some columns: left out when they are all. */
export function featuresOf(columns: readonly number[], width: number): number[] | undefined {
  return columns.length === width ? undefined : [...columns].sort((a, b) => a - b);
}
