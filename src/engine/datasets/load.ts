import type { DatasetRef } from '../recipe.ts';
import { RecipeError, type Table } from '../types.ts';
import { unpack } from './packed.ts';
import { tableFromPoints } from './points.ts';
import { datasetSpec, datasets } from './specs.ts';
import { tables } from './tables.ts';

/**
 * Loads what a recipe's `dataset` names: a table by its name, or the user's own points.
 * Throws a RecipeError naming the field: an unknown name, a ragged or infinite point, a CSV outside the terminal.
 */
export async function loadTable(ref: DatasetRef): Promise<Table> {
  if (typeof ref === 'string') return loadNamed(ref);
  if ('csv' in ref) throw new RecipeError('dataset.csv', 'works in the terminal only');
  if ('X' in ref) return tableFromPoints(ref.X, ref.y);
  throw new RecipeError('dataset', 'must be a name, { "make": … } or { "X": …, "y": … }');
}

async function loadNamed(id: string): Promise<Table> {
  const spec = datasetSpec(id);
  const load = Object.hasOwn(tables, id) ? tables[id] : undefined;
  if (!spec || !load)
    throw new RecipeError('dataset', `unknown "${id}"; one of ${datasets.map((d) => d.id).join(', ')}`);
  const { X, y } = unpack((await load()).packed);
  return { X, featureNames: spec.featureNames, y, classNames: spec.classNames, target: null };
}
