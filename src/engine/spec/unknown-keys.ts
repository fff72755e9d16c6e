import { RecipeError } from '../types.ts';
import { didYouMean } from './nearest.ts';

/** Reports the keys of an object that nobody knows. */
export function reportUnknownKeys(
  input: object,
  known: readonly string[],
  prefix: string,
  report: (error: RecipeError) => void,
): void {
  for (const key of Object.keys(input)) {
    if (!known.includes(key)) report(new RecipeError(prefix + key, `unknown key${didYouMean(key, known)}`));
  }
}
