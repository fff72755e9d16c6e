import { Blocks } from './memory.ts';
import type { SparseRows } from './sparse.ts';

/** Rows whose products of bytes add up within 31 bits. */
const MOST_ROWS = 33_000;
const BLOCK_ROWS = 500;

/** Σ x·xᵀ of the first `n` rows (d × d, symmetric), exact. Yields between blocks of rows. */
export function* productsOf(rows: SparseRows, n = rows.n): Generator<null, Float64Array, void> {
  const { memory, d } = rows;
  const width = 8 * Math.ceil(d / 8);
  const blocks = new Blocks(memory);
  const at = blocks.zeros(4 * d * width);
  const all = new Float64Array(d * d);
  try {
    for (let part = 0; part < n; part += MOST_ROWS) {
      const end = Math.min(n, part + MOST_ROWS);
      for (let from = part; from < end; from += BLOCK_ROWS) {
        const to = Math.min(end, from + BLOCK_ROWS);
        memory.kernels.addProducts(from, to, rows.spans, at, width);
        yield null;
      }
      const products = memory.i32(at, d * width);
      for (let i = 0; i < d; i++) for (let j = i; j < d; j++) all[i * d + j]! += products[i * width + j]!;
      products.fill(0);
    }
  } finally {
    blocks.giveAll();
  }
  for (let i = 0; i < d; i++) for (let j = 0; j < i; j++) all[i * d + j] = all[j * d + i]!;
  return all;
}
