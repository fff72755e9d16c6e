import { bitonicOrder } from '../../numeric/bitonic.ts';
import type { RandomState } from '../../numeric/random-state.ts';
import type { Rows } from './rows.ts';
import { NONE, type Run } from './run.ts';

/**
 * Puts each centre that has seen less than `ratio` of what the busiest one has on a row of the batch drawn at random, none
 * twice, in `run.next`; at most half as many as the batch has rows, those that have seen least. Their counts become the
 * smallest of the others', so that they are not at once moved again. Returns those centres, ascending.
 */
export function reassignSmall(rows: Rows, run: Run, ratio: number, random: RandomState): Int32Array {
  const { counts, next, batch } = run;
  const { d } = rows;
  const n = batch.rows.length;
  const chosen = smallCenters(counts, ratio, Math.floor(n / 2));
  if (chosen.length === 0) return NONE;
  random.choice(n, { size: chosen.length, replace: false }).forEach((row, at) => {
    next.set(rows.centersAt(batch.rows.subarray(row, row + 1)), chosen[at]! * d);
  });
  const others = counts.filter((_, j) => !chosen.includes(j));
  const smallest = others.reduce((least, count) => Math.min(least, count), Number.POSITIVE_INFINITY);
  for (const j of chosen) counts[j] = smallest;
  return chosen;
}

function smallCenters(counts: Float64Array, ratio: number, most: number): Int32Array {
  let largest = 0;
  for (const count of counts) largest = Math.max(largest, count);
  const limit = ratio * largest;
  const small: number[] = [];
  for (let j = 0; j < counts.length; j++) if (counts[j]! < limit) small.push(j);
  return small.length <= most ? Int32Array.from(small) : ascendingOrder(counts).subarray(0, most).slice().sort();
}

/** As numpy's `argsort` orders: of more than 256 numbers, equal ones come in no order that could be told, here the earlier first. */
function ascendingOrder(counts: Float64Array): Int32Array {
  if (counts.length <= 256) return bitonicOrder(counts);
  return Int32Array.from(counts.keys()).sort((a, b) => counts[a]! - counts[b]! || a - b);
}
