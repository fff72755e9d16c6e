import { readFile } from 'node:fs/promises';
import { parseRecipe, type Recipe } from '../src/engine/recipe.ts';
import { featureColumns } from '../src/engine/spec/features.ts';
import { RecipeError } from '../src/engine/types.ts';
import { columnsOf } from './columns.ts';
import { messageOf } from './message.ts';
import { parseTable } from './parse-table.ts';

/** A request whose CSV file, if it has one, has become points. */
export interface Resolved {
  readonly recipe: unknown;
  /** The rows of the file (0 for the first below the header) that have no label. */
  readonly rowsLeftOut: readonly number[];
  readonly warnings: readonly string[];
}

/**
 * Puts the points of its file in the place of `{ "csv": "path", "target": "column" }`; any other request stays as it is.
 * @throws RecipeError naming the field, and the file's line and column where they are at fault
 */
export async function withCsvRead(request: unknown): Promise<Resolved> {
  if (!namesFile(request)) return { recipe: request, rowsLeftOut: [], warnings: [] };
  const recipe = parseRecipe(request);
  const { csv, target } = recipe.dataset as { csv: string; target?: string };
  const table = columnsOf(parseTable(await textOf(csv), csv), target, csv);
  // Only what is clustered, and the target, must be there: a hole in another column costs no row.
  const used = featureColumns(recipe.features, table.names);
  const kept: number[] = [];
  const rowsLeftOut: number[] = [];
  for (let i = 0; i < table.rows; i++) {
    const complete = used.every((j) => table.features[j]![i] !== null) && table.target?.[i] !== null;
    (complete ? kept : rowsLeftOut).push(i);
  }
  if (kept.length === 0) throw new RecipeError('dataset.csv', `${csv} has no row without a missing value`);
  const X = kept.map((i) => used.map((j) => table.features[j]![i]!));
  const y = table.target && kept.map((i) => table.target![i]!);
  const dataset = { X, ...(y ? { y } : {}), feature_names: used.map((j) => table.names[j]!) };
  // Choosing all of them says that they come in columns, as pandas holds them.
  const features = used.map((_, j) => j);
  return {
    recipe: { ...recipe, features, dataset } satisfies Recipe,
    rowsLeftOut,
    warnings: warningsOf(table.ignored, rowsLeftOut),
  };
}

function namesFile(request: unknown): boolean {
  const dataset = (request as { dataset?: unknown } | null)?.dataset;
  return typeof dataset === 'object' && dataset !== null && 'csv' in dataset;
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new RecipeError('dataset.csv', `${path} cannot be read: ${messageOf(error)}`);
  }
}

function warningsOf(ignored: readonly string[], rowsLeftOut: readonly number[]): string[] {
  const warnings: string[] = [];
  if (ignored.length > 0) warnings.push(`Columns without numbers were left out: ${ignored.join(', ')}.`);
  if (rowsLeftOut.length === 1) warnings.push('1 row with a missing value was left out.');
  if (rowsLeftOut.length > 1) warnings.push(`${rowsLeftOut.length} rows with missing values were left out.`);
  return warnings;
}
