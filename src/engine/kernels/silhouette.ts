import type { Pixels } from '../pixels.ts';
import { Blocks, KernelMemory } from './memory.ts';

const TILE = 16;
/** Of more clusters the tiles, which hold rows of one cluster each, would be mostly empty. */
const MOST_CLUSTERS = 500;

/** Whether `distanceSums` is the way: not for very many clusters, nor for rows too long for its sums. */
export function canTile(X: Pixels, clusters: number): boolean {
  return clusters <= MOST_CLUSTERS && X.cols <= 32_000;
}

/**
 * The sums of the distances of each row to the rows of each cluster, every pair measured once, exactly but for the square
 * roots. The rows must lie sorted by cluster: cluster c from starts[c] to starts[c + 1] - 1. Yields the share done.
 */
export function* distanceSums(X: Pixels, starts: Int32Array): Generator<number, Float64Array, void> {
  const { rows: n, cols } = X;
  const memory = new KernelMemory();
  const blocks = new Blocks(memory);
  const { kernels } = memory;
  const count = starts.length - 1;
  const most = n * Math.ceil(cols / 2);
  const dense = blocks.take(X.bytes.length);
  const at = {
    starts: blocks.take(4 * (n + 1)),
    numbers: blocks.take(2 * most),
    pairs: blocks.take(4 * most),
    norms: blocks.take(8 * (n + TILE)),
    tile: blocks.take(64 * Math.ceil(cols / 2)),
    mask: blocks.take(8 * TILE),
    lanes: blocks.take(8 * TILE),
    sums: blocks.zeros(8 * count * n),
  };
  memory.bytes(dense, X.bytes.length).set(X.bytes);
  memory.f64(at.norms, n).set(squaredNorms(X));
  kernels.packPairs(dense, n, cols, at.starts, at.numbers, at.pairs);
  yield 0;
  let done = 0;
  for (let b = 0; b < count; b++) {
    for (let from = starts[b]!; from < starts[b + 1]!; from += TILE) {
      const held = Math.min(TILE, starts[b + 1]! - from);
      kernels.packTile(dense + from * cols, held, cols, at.tile);
      memory
        .i32(at.mask, 2 * TILE)
        .fill(0)
        .fill(-1, 0, 2 * held);
      const measure = (start: number, end: number) => {
        const lanes = memory.f64(at.lanes, TILE).fill(0);
        const into = at.sums + 8 * b * n;
        const { starts: s, numbers, pairs, norms } = at;
        kernels.tileDistances(start, end, s, numbers, pairs, norms, at.tile, norms + 8 * from, at.mask, into, at.lanes);
        return lanes;
      };
      // Within the tile each pair comes twice, once for either row; beyond it once, for both.
      measure(from, from + held);
      for (let a = b; a < count; a++) {
        const start = Math.max(from + held, starts[a]!);
        if (start >= starts[a + 1]!) continue;
        const lanes = measure(start, starts[a + 1]!);
        const into = memory.f64(at.sums + 8 * (a * n + from), held);
        for (let lane = 0; lane < held; lane++) into[lane]! += lanes[lane]!;
      }
      done += held * (n - from);
      yield Math.min(1, (2 * done) / (n * n));
    }
  }
  return memory.f64(at.sums, count * n).slice();
}

function squaredNorms({ bytes, rows, cols }: Pixels): Float64Array {
  const norms = new Float64Array(rows);
  for (let i = 0, at = 0; i < rows; i++) {
    let norm = 0;
    for (let f = 0; f < cols; f++, at++) norm += bytes[at]! * bytes[at]!;
    norms[i] = norm;
  }
  return norms;
}
