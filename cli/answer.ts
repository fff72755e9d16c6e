import { run, toJSON } from '../src/engine/index.ts';
import { RecipeError } from '../src/engine/types.ts';
import { withCsvRead } from './csv.ts';
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
  const { recipe, rowsLeftOut, warnings } = await withCsvRead(request);
  const result = toJSON(await run(recipe, { sources: diskSources }));
  const all = [...warnings, ...((result.warnings as readonly string[] | undefined) ?? [])];
  return {
    ...result,
    ...(all.length > 0 ? { warnings: all } : {}),
    ...(rowsLeftOut.length > 0 ? { rows_left_out: rowsLeftOut } : {}),
  };
}
