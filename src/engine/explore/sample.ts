import { RandomState } from '../numeric/random-state.ts';

/**
 * At most `most` of `rows`, all equally likely, in ascending order: always the same ones, so that a picture does not flicker.
 */
export function sampleRows(rows: Int32Array, most: number): Int32Array {
  if (rows.length <= most) return rows.slice().sort();
  const pool = rows.slice();
  const random = new RandomState(0);
  for (let i = 0; i < most; i++) {
    const other = i + Math.floor(random.randomSample() * (pool.length - i));
    [pool[i], pool[other]] = [pool[other]!, pool[i]!];
  }
  return pool.slice(0, most).sort();
}

/** 0, 1, … n-1 */
export const allRows = (n: number): Int32Array => Int32Array.from({ length: n }, (_, i) => i);
