import type { SparseRows } from './sparse.ts';

/** The entries of sparse rows as typed arrays: row i from starts[i] to starts[i + 1] - 1. Views, good until memory is taken. */
export interface Entries {
  readonly starts: Int32Array;
  readonly columns: Uint16Array;
  readonly values: Uint8Array;
  readonly norms: Float64Array;
}

export function entriesOf({ memory, n, starts, columns, values, norms }: SparseRows): Entries {
  const { buffer } = memory.kernels.memory;
  const first = memory.i32(starts, n + 1);
  const count = first[n]!;
  return {
    starts: first,
    columns: new Uint16Array(buffer, columns, count),
    values: memory.bytes(values, count),
    norms: memory.f64(norms, n),
  };
}

/** Row i times a vector that begins at `at`. */
export function dotRow({ starts, columns, values }: Entries, i: number, vector: Float64Array, at: number): number {
  let dot = 0;
  for (let e = starts[i]!, end = starts[i + 1]!; e < end; e++) dot += values[e]! * vector[at + columns[e]!]!;
  return dot;
}
