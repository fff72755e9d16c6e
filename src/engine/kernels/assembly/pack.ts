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
 * Looks at dense rows of `cols` pixels: how many entries each will have, padded to fours (u32), how many blocks, padded to
 * pairs (u32), its squared norm and its sum (float64).
 */
export function countEntries(
  dense: usize,
  rows: i32,
  cols: i32,
  entries: usize,
  blocks: usize,
  norms: usize,
  sums: usize,
): void {
  for (let i = 0; i < rows; i++) {
    const row = dense + <usize>i * cols;
    let count: u32 = 0;
    let blockCount: u32 = 0;
    let norm: u64 = 0;
    let sum: u64 = 0;
    for (let start = 0; start < cols; start += BLOCK) {
      const pixels = blockAt(row, start, cols);
      if (pixels == 0) continue;
      blockCount++;
      const wide = i16x8.extend_low_i8x16_u(i64x2.splat(pixels));
      count += popcnt(i16x8.bitmask(i16x8.ne(wide, i16x8.splat(0))));
      norm += sumOf(i32x4.dot_i16x8_s(wide, wide));
      sum += sumOf(i32x4.dot_i16x8_s(wide, i16x8.splat(1)));
    }
    store<u32>(entries + (<usize>i << 2), (count + 3) & ~3);
    store<u32>(blocks + (<usize>i << 2), (blockCount + 1) & ~1);
    store<f64>(norms + (<usize>i << 3), <f64>norm);
    store<f64>(sums + (<usize>i << 3), <f64>sum);
  }
}

/** Packs dense rows from their starts on: entries to columns and values, blocks to their numbers and pixels; padding too. */
export function packRows(
  dense: usize,
  rows: i32,
  cols: i32,
  starts: usize,
  columns: usize,
  values: usize,
  blockSpans: usize,
  blockNumbers: usize,
  blockPixels: usize,
): void {
  for (let i = 0; i < rows; i++) {
    const row = dense + <usize>i * cols;
    let at: usize = load<u32>(starts + (<usize>i << 2));
    let block: usize = load<u32>(blockSpans + (<usize>i << 3));
    for (let start = 0; start < cols; start += BLOCK) {
      let pixels = blockAt(row, start, cols);
      if (pixels == 0) continue;
      store<u64>(blockPixels + (block << 3), pixels);
      for (let f = start; pixels != 0; f++, pixels >>= 8) {
        const value = <u8>pixels;
        if (value == 0) continue;
        store<u16>(columns + (at << 1), <u16>f);
        store<u8>(values + at, value);
        at++;
      }
      store<u16>(blockNumbers + (block << 1), <u16>(start / BLOCK));
      block++;
    }
    const end: usize = load<u32>(starts + (<usize>i << 2), 4);
    for (; at < end; at++) {
      store<u16>(columns + (at << 1), 0);
      store<u8>(values + at, 0);
    }
    const blockEnd: usize = load<u32>(blockSpans + (<usize>i << 3), 4);
    for (; block < blockEnd; block++) {
      store<u16>(blockNumbers + (block << 1), 0);
      store<u64>(blockPixels + (block << 3), 0);
    }
  }
}
