/** Counts the entries of each of `rows` dense rows, padded to fours, into counts (u32), and their squared norms (f64). */
export function countEntries(dense: usize, rows: i32, cols: i32, counts: usize, norms: usize): void {
  for (let i = 0; i < rows; i++) {
    const row = dense + <usize>i * cols;
    let count: u32 = 0;
    let norm: u64 = 0;
    for (let f = 0; f < cols; f++) {
      const value: u32 = load<u8>(row + f);
      count += u32(value != 0);
      norm += value * value;
    }
    store<u32>(counts + (<usize>i << 2), (count + 3) & ~3);
    store<f64>(norms + (<usize>i << 3), <f64>norm);
  }
}

/** Packs dense rows: their entries to columns and values, from starts[0] on; the padding is written as well. */
export function packRows(dense: usize, rows: i32, cols: i32, starts: usize, columns: usize, values: usize): void {
  for (let i = 0; i < rows; i++) {
    const row = dense + <usize>i * cols;
    let at: usize = load<u32>(starts + (<usize>i << 2));
    const end: usize = load<u32>(starts + (<usize>i << 2), 4);
    for (let f = 0; f < cols; f++) {
      const value = load<u8>(row + f);
      if (value == 0) continue;
      store<u16>(columns + (at << 1), <u16>f);
      store<u8>(values + at, value);
      at++;
    }
    for (; at < end; at++) {
      store<u16>(columns + (at << 1), 0);
      store<u8>(values + at, 0);
    }
  }
}
