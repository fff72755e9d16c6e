import type { RandomState } from '../../numeric/random-state.ts';
import type { Made } from './made.ts';

/** The rows in a random order, by the draws of sklearn.utils.shuffle. */
export function shuffleRows(made: Made, random: RandomState): Made {
  const { data, rows, cols } = made.X;
  const order = random.permutation(rows);
  const shuffled = new Float64Array(data.length);
  for (let i = 0; i < rows; i++) shuffled.set(data.subarray(order[i]! * cols, (order[i]! + 1) * cols), i * cols);
  return {
    X: { data: shuffled, rows, cols },
    y: made.y && Int32Array.from(order, (row) => made.y![row]!),
    target: made.target && Float64Array.from(order, (row) => made.target![row]!),
  };
}
