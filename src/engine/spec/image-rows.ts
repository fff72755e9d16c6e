import { algorithms } from '../algorithms/specs.ts';
import { isPixels, mostDenseRows } from '../pixels.ts';
import type { Recipe } from '../recipe.ts';
import { type Matrix, RecipeError } from '../types.ts';
import type { AlgorithmSpec } from './algorithm.ts';
import { SCALERS, type Scaler } from './dataset.ts';
import { fullScaleOf } from './features.ts';

/** Whether images stay the bytes they are: the other scalers make numbers of them. */
export const keepsBytes = (scaler: Scaler): boolean => scaler === 'none' || scaler === 'unit';

/**
 * The most images of `columns` pixels that a recipe's scaler and method can take; null where there is no such limit, because both
 * work on bytes, or the rows are no images.
 */
export function mostImages(
  { dataset, scaler = 'none', algorithm }: Pick<Recipe, 'dataset' | 'scaler' | 'algorithm'>,
  columns: number,
): number | null {
  if (fullScaleOf(dataset) === null) return null;
  const needsNumbers = !keepsBytes(scaler) || !algorithms.find(({ id }) => id === algorithm)?.takesBytes;
  return needsNumbers ? mostDenseRows(columns) : null;
}

/** @throws RecipeError naming `rows` where a method would need numbers of more images than that */
export function requireFewImages({ takesBytes }: Pick<AlgorithmSpec, 'takesBytes'>, X: Matrix): void {
  if (!takesBytes) requireDense(X);
}

/** @throws RecipeError naming `rows` where X are more images than can be numbers */
export function requireDense(X: Matrix): void {
  if (!isPixels(X)) return;
  const most = mostDenseRows(X.cols);
  if (X.rows <= most) return;
  const methods = algorithms.filter(({ takesBytes }) => takesBytes).map(({ id }) => id);
  const scalers = SCALERS.filter(keepsBytes);
  throw new RecipeError(
    'rows',
    `must be at most ${most} here; more images are for ${methods.join(' and ')}, with scaler ${scalers.join(' or ')}`,
  );
}
