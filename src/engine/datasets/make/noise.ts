import type { RandomState } from '../../numeric/random-state.ts';
import type { Matrix } from '../../types.ts';

/** Adds normal noise to each value, row by row; null draws nothing, 0 draws and adds nothing. Changes X. */
export function addNoise(X: Matrix, noise: number | null, random: RandomState): void {
  if (noise === null) return;
  for (let i = 0; i < X.data.length; i++) X.data[i]! += random.normal(0, noise);
}

/** Adds normal noise column by column, as scikit-learn's curves in space do, also when noise is 0. Changes X. */
export function addNoiseByColumn(X: Matrix, noise: number, random: RandomState): void {
  for (let j = 0; j < X.cols; j++) {
    for (let i = 0; i < X.rows; i++) X.data[i * X.cols + j]! += noise * random.standardNormal();
  }
}
