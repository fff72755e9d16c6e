/** Bytes that `packRows` says of a row: the addresses of its blocks' numbers (u16), of their end and of their pixels. */
export const SPAN: usize = 12;
/** Pixels a block. */
const BLOCK: i32 = 8;

/** The eight pixels from `start` on, the first in the lowest byte; what lies beyond the row is 0. */
function blockAt(row: usize, start: i32, cols: i32): u64 {
  if (start + BLOCK <= cols) return load<u64>(row + start);
  let pixels: u64 = 0;
  for (let f = cols - 1; f >= start; f--) pixels = (pixels << 8) | load<u8>(row + f);
  return pixels;
}

function sumOf(lanes: v128): u64 {
  const half = i32x4.add(lanes, v128.shuffle<i32>(lanes, lanes, 2, 3, 0, 1));
  return i32x4.extract_lane(half, 0) + i32x4.extract_lane(half, 1);
}

/**
 * Looks at dense rows of `cols` pixels: how many blocks that are not all 0 each has, padded to pairs (u32), its squared norm and
 * its sum (float64). Returns how many blocks there are in all.
 */
export function countBlocks(dense: usize, rows: i32, cols: i32, blocks: usize, norms: usize, sums: usize): u32 {
  let all: u32 = 0;
  for (let i = 0; i < rows; i++) {
    const row = dense + <usize>i * cols;
    let count: u32 = 0;
    // 32,000 white pixels have squares that sum to less than 2³¹.
    let squares = i32x4.splat(0);
    let values = i32x4.splat(0);
    for (let start = 0; start < cols; start += BLOCK) {
      const pixels = blockAt(row, start, cols);
      if (pixels == 0) continue;
      count++;
      const wide = i16x8.extend_low_i8x16_u(i64x2.splat(pixels));
      squares = i32x4.add(squares, i32x4.dot_i16x8_s(wide, wide));
      values = i32x4.add(values, i32x4.extadd_pairwise_i16x8_u(wide));
    }
    count = (count + 1) & ~1;
    all += count;
    store<u32>(blocks + (<usize>i << 2), count);
    store<f64>(norms + (<usize>i << 3), <f64>sumOf(squares));
    store<f64>(sums + (<usize>i << 3), <f64>sumOf(values));
  }
  return all;
}

/** Packs dense rows of as many blocks as `blocks` says, padding included: their numbers and pixels, and what to say of each row. */
export function packRows(
  dense: usize,
  rows: i32,
  cols: i32,
  blocks: usize,
  spans: usize,
  numbers: usize,
  pixels: usize,
): void {
  let number = numbers;
  let pixel = pixels;
  for (let i = 0; i < rows; i++) {
    const row = dense + <usize>i * cols;
    const span = spans + <usize>i * SPAN;
    const end = number + (<usize>load<u32>(blocks + (<usize>i << 2)) << 1);
    store<u32>(span, <u32>number);
    store<u32>(span, <u32>end, 4);
    store<u32>(span, <u32>pixel, 8);
    for (let start = 0; start < cols; start += BLOCK) {
      const block = blockAt(row, start, cols);
      if (block == 0) continue;
      store<u16>(number, <u16>(start / BLOCK));
      store<u64>(pixel, block);
      number += 2;
      pixel += 8;
    }
    for (; number < end; number += 2, pixel += 8) {
      store<u16>(number, 0);
      store<u64>(pixel, 0);
    }
  }
}
