import type { CsvRef } from '../src/engine/dataset-ref.ts';
import { readCsv } from '../src/engine/datasets/csv/decode.ts';
import { type ChosenTable, chosenTable, numericNames } from '../src/engine/datasets/csv/table.ts';
import { Digest } from '../src/engine/datasets/digest.ts';
import type { Recipe } from '../src/engine/recipe.ts';
import { featureColumns } from '../src/engine/spec/features.ts';
import { bytesOf } from './files.ts';

/** A recipe whose CSV file has been read: it names the columns of its table. */
export interface CsvRead extends ChosenTable {
  readonly recipe: Recipe;
  readonly warnings: readonly string[];
}

/**
 * Reads the CSV file of a recipe. Where it does not say which columns make the table, those that are clustered do: a hole in
 * another column costs no row.
 * @throws RecipeError naming the field, and the file's line and column where they are at fault
 */
export async function readCsvOf(recipe: Recipe, ref: CsvRef): Promise<CsvRead> {
  const bytes = await bytesOf(ref.csv, 'dataset.csv');
  const { columns, encoding } = await readCsv(() => [bytes], ref.csv, ref);
  const names = numericNames(columns, ref.target);
  const warnings: string[] = [];
  if (!ref.columns) {
    const ignored = columns.map(({ name }) => name).filter((name) => name !== ref.target && !names.includes(name));
    if (ignored.length > 0) warnings.push(`Columns without numbers were left out: ${ignored.join(', ')}.`);
  }
  if (encoding === 'cp1252' && !ref.encoding) warnings.push(`${ref.csv} is not UTF-8; it was read as Windows-1252.`);
  if (ref.digest !== undefined && ref.digest !== Digest.of(bytes)) {
    warnings.push(`${ref.csv} is not the file that the recipe was made with.`);
  }
  const table = ref.columns ?? names;
  const used = ref.columns && !recipe.features ? table : featureColumns(recipe.features, table).map((j) => table[j]!);
  const chosen = chosenTable(columns, { ...ref, columns: ref.columns ?? used });
  const left = chosen.rowsLeftOut.length;
  if (left === 1) warnings.push('1 row with a missing value was left out.');
  if (left > 1) warnings.push(`${left} rows with missing values were left out.`);
  return { ...chosen, recipe: { ...recipe, features: used }, warnings };
}
