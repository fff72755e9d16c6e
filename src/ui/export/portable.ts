import { isCsv } from '../../engine/dataset-ref.ts';
import { rowOf } from '../../engine/pixels.ts';
import type { Recipe } from '../../engine/recipe.ts';
import type { Table } from '../../engine/types.ts';
import { fileOf } from '../../state/files/store.ts';

/**
 * A recipe for the terminal and for a script: a file is named with its columns, and a table that was pasted or drawn, which
 * is no file anywhere, is in it.
 */
export function portable(recipe: Recipe, table: Table): Recipe {
  const { dataset } = recipe;
  if (!isCsv(dataset)) return recipe;
  if (fileOf(dataset)?.origin === 'file') return { ...recipe, dataset: { ...dataset, columns: table.featureNames } };
  const { X, y, featureNames, classNames } = table;
  const isNumeric = classNames.every((name) => Number.isFinite(Number(name)));
  const classOf = (c: number) => (isNumeric ? Number(classNames[c]) : classNames[c]!);
  return {
    ...recipe,
    dataset: {
      X: Array.from({ length: X.rows }, (_, i) => Array.from(rowOf(X, i))),
      ...(y ? { y: Array.from(y, classOf) } : {}),
      feature_names: featureNames,
    },
  };
}
