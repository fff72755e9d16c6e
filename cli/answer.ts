import { isCsv, isIdx } from '../src/engine/dataset-ref.ts';
import { type PrepareOptions, run, toJSON } from '../src/engine/index.ts';
import { parseRecipe } from '../src/engine/recipe.ts';
import { RecipeError, type Table } from '../src/engine/types.ts';
import { readCsvOf } from './csv.ts';
import { readIdxOf } from './files.ts';
import { messageOf } from './message.ts';
import { parseJson } from './parse-json.ts';
import { isScoresRequest, scoresOf } from './scores.ts';
import { diskSources } from './sources.ts';

export interface Answer {
  readonly failed: boolean;
  /** One line of JSON, without its end. */
  readonly line: string;
}

/** The answer to one request: a result, scores, or `{"error": …}`. Never throws. */
export async function answer(request: unknown): Promise<Answer> {
  try {
    const result = isScoresRequest(request) ? scoresOf(request) : await resultOf(request);
    return { failed: false, line: JSON.stringify(result) };
  } catch (error) {
    return failure(error instanceof RecipeError ? error.message : `internal: ${messageOf(error)}`);
  }
}

/**
 * The answer to a line of text.
 * @param place where the line stands ("line 3"), for the message when it is not JSON
 */
export async function answerText(text: string, place: string): Promise<Answer> {
  let request: unknown;
  try {
    request = parseJson(text);
  } catch (error) {
    return failure(`${place}: not JSON: ${messageOf(error)}`);
  }
  return answer(request);
}

export function failure(message: string): Answer {
  return { failed: true, line: JSON.stringify({ error: message }) };
}

async function resultOf(request: unknown): Promise<object> {
  const recipe = parseRecipe(request);
  const { dataset } = recipe;
  if (isIdx(dataset)) return toJSON(await run(recipe, sourcesWith(await readIdxOf(dataset))));
  if (!isCsv(dataset)) return toJSON(await run(recipe, { sources: diskSources }));
  const read = await readCsvOf(recipe, dataset);
  const result = toJSON(await run(read.recipe, sourcesWith(read.table)));
  const warnings = [...read.warnings, ...((result.warnings as readonly string[] | undefined) ?? [])];
  return {
    ...result,
    ...(warnings.length > 0 ? { warnings } : {}),
    ...(read.rowsLeftOut.length > 0 ? { rows_left_out: read.rowsLeftOut } : {}),
  };
}

function sourcesWith(table: Table): PrepareOptions {
  return { sources: { ...diskSources, file: async () => table } };
}
