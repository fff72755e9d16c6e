import type { RandomState } from '../numeric/random-state.ts';
import type { Rows } from './layout.ts';

/** What is added to a place at random, as a share of the spread: rows on a line, or equal ones, must be able to part. */
const JITTER = 0.01;

/**
 * Where a layout starts: at the first two principal components, brought to a standard deviation of `spread` along the first.
 * Layouts that start so keep the large shape of the data (Kobak and Linderman 2021). All rows equal: next to each other.
 */
export function start({ data, rows, cols }: Rows, spread: number, random: RandomState): Float64Array {
  let squares = 0;
  for (let i = 0; i < rows; i++) squares += data[i * cols]! ** 2;
  const deviation = Math.sqrt(squares / Math.max(1, rows)) || 1;
  const places = new Float64Array(2 * rows);
  for (let at = 0; at < places.length; at++) {
    const value = data[(at >> 1) * cols + (at & 1)]!;
    places[at] = spread * (value / deviation + JITTER * (2 * random.randomSample() - 1));
  }
  return places;
}
