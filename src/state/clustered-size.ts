import type { Recipe } from '../engine/recipe.ts';
import { knownFeatureNames } from '../engine/spec/features.ts';
import { sizeOf } from './files/store.ts';

/** Rows and columns that a recipe clusters, as far as they are known before its data is there. */
export function clusteredSize({
  dataset,
  rows,
  features,
}: Pick<Recipe, 'dataset' | 'rows' | 'features'>): ReturnType<typeof sizeOf> {
  const all = sizeOf(dataset);
  const columns = features?.length ?? knownFeatureNames(dataset)?.length ?? all.columns;
  return { rows: rows ?? all.rows, columns };
}
