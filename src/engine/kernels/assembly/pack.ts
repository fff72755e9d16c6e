/** Pixels a block. */
const BLOCK: i32 = 8;

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
      const end = min(start + BLOCK, cols);
      const before = count;
      for (let f = start; f < end; f++) {
        const value: u32 = load<u8>(row + f);
        count += u32(value != 0);
        norm += value * value;
        sum += value;
      }
      blockCount += u32(count != before);
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
  blockStarts: usize,
  blockNumbers: usize,
  blockPixels: usize,
): void {
  for (let i = 0; i < rows; i++) {
    const row = dense + <usize>i * cols;
    let at: usize = load<u32>(starts + (<usize>i << 2));
    let block: usize = load<u32>(blockStarts + (<usize>i << 2));
    for (let start = 0; start < cols; start += BLOCK) {
      const before = at;
      for (let f = start; f < min(start + BLOCK, cols); f++) {
        const value = load<u8>(row + f);
        if (value == 0) continue;
        if (at == before) store<u64>(blockPixels + (block << 3), 0);
        store<u8>(blockPixels + (block << 3) + (f - start), value);
        store<u16>(columns + (at << 1), <u16>f);
        store<u8>(values + at, value);
        at++;
      }
      if (at == before) continue;
      store<u16>(blockNumbers + (block << 1), <u16>(start / BLOCK));
      block++;
    }
    const end: usize = load<u32>(starts + (<usize>i << 2), 4);
    for (; at < end; at++) {
      store<u16>(columns + (at << 1), 0);
      store<u8>(values + at, 0);
    }
    const blockEnd: usize = load<u32>(blockStarts + (<usize>i << 2), 4);
    for (; block < blockEnd; block++) {
      store<u16>(blockNumbers + (block << 1), 0);
      store<u64>(blockPixels + (block << 3), 0);
    }
  }
}
