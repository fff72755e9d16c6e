import { RecipeError } from '../../types.ts';
import { MOST_ROWS } from '../spec/generated.ts';

/** The largest table that is made, in values (rows × columns). */
const MOST_VALUES = 20_000_000;

/**
 * Splits a number of rows over `parts` as evenly as can be, the first parts taking one more, or checks a given list.
 * Throws a RecipeError for no rows at all, for too many, for another number of parts than `parts`.
 */
export function blobCounts(nSamples: number | readonly number[], parts: number): readonly number[] {
  if (typeof nSamples === 'number') {
    return Array.from({ length: parts }, (_, i) => Math.floor(nSamples / parts) + (i < nSamples % parts ? 1 : 0));
  }
  if (nSamples.length !== parts) {
    throw new RecipeError('dataset.n_samples', `must have ${parts} entries, one a centre, not ${nSamples.length}`);
  }
  return checkCounts(nSamples);
}

/**
 * The rows of two curves: a pair as it is, or a number halved, the second half taking the odd one.
 * Throws a RecipeError where a pair has no rows at all, or too many.
 */
export function pairCounts(nSamples: number | readonly number[]): readonly [number, number] {
  if (typeof nSamples === 'number') {
    const first = Math.floor(nSamples / 2);
    return [first, nSamples - first];
  }
  const [first, second] = checkCounts(nSamples);
  return [first!, second!];
}

/** Together 1 to MOST_ROWS. */
function checkCounts(counts: readonly number[]): readonly number[] {
  const rows = counts.reduce((sum, count) => sum + count, 0);
  if (rows < 1) throw new RecipeError('dataset.n_samples', 'must be at least 1 in all');
  if (rows > MOST_ROWS) throw new RecipeError('dataset.n_samples', `must be at most ${MOST_ROWS} in all`);
  return counts;
}

/** Throws a RecipeError if a table of that size would be too large. */
export function checkSize(rows: number, cols: number): void {
  if (rows * cols > MOST_VALUES) {
    throw new RecipeError('dataset.n_features', `must be at most ${Math.floor(MOST_VALUES / rows)} with ${rows} rows`);
  }
}
