/** Rows a tile; a pair of neighbouring columns of all of them lies on one line of 64 bytes. */
const TILE: i32 = 16;

/**
 * Lays `count` (at most TILE) packed rows as a tile, whose lines must be 0 before. `rows` (u32) says which ones; row i has the pairs
 * from starts[i] to starts[i + 1] - 1 (u32): their places (u16) and their two columns (2 int16).
 */
export function layTile(rows: usize, count: i32, starts: usize, places: usize, pairs: usize, tile: usize): void {
  for (let lane = 0; lane < count; lane++) {
    const span = starts + (<usize>load<u32>(rows + (<usize>lane << 2)) << 2);
    const end: usize = load<u32>(span, 4);
    for (let at: usize = load<u32>(span); at < end; at++) {
      const line = tile + (<usize>load<u16>(places + (at << 1)) << 6);
      store<u32>(line + (<usize>lane << 2), load<u32>(pairs + (at << 2)));
    }
  }
}

/**
 * For each of `count` packed rows its norm plus that of each row of a tile, less twice their product: TILE int32 a row, to `squares`.
 * Norms are int32; sums must fit.
 */
export function measureRows(
  rows: usize,
  count: i32,
  starts: usize,
  places: usize,
  pairs: usize,
  norms: usize,
  tile: usize,
  tileNorms: usize,
  squares: usize,
): void {
  let into = squares;
  for (let r = 0; r < count; r++, into += 64) {
    const row: usize = load<u32>(rows + (<usize>r << 2));
    let a = i32x4.splat(0);
    let b = a;
    let c = a;
    let d = a;
    const span = starts + (row << 2);
    const end: usize = load<u32>(span, 4);
    for (let at: usize = load<u32>(span); at < end; at++) {
      const pair = v128.load32_splat(pairs + (at << 2));
      const line = tile + (<usize>load<u16>(places + (at << 1)) << 6);
      a = i32x4.add(a, i32x4.dot_i16x8_s(pair, v128.load(line)));
      b = i32x4.add(b, i32x4.dot_i16x8_s(pair, v128.load(line, 16)));
      c = i32x4.add(c, i32x4.dot_i16x8_s(pair, v128.load(line, 32)));
      d = i32x4.add(d, i32x4.dot_i16x8_s(pair, v128.load(line, 48)));
    }
    const norm = v128.load32_splat(norms + (row << 2));
    v128.store(into, squareOf(a, norm, tileNorms));
    v128.store(into, squareOf(b, norm, tileNorms + 16), 16);
    v128.store(into, squareOf(c, norm, tileNorms + 32), 32);
    v128.store(into, squareOf(d, norm, tileNorms + 48), 48);
  }
}

function squareOf(dots: v128, norm: v128, tileNorms: usize): v128 {
  return i32x4.sub(i32x4.add(norm, v128.load(tileNorms)), i32x4.add(dots, dots));
}

/** Of each of `count` rows' TILE squares: a bit for each that is at most `high`, and 16 bits above it one for each at most `low`. */
export function maskRows(squares: usize, count: i32, low: i32, high: i32, masks: usize): void {
  const most = i32x4.splat(high);
  const sure = i32x4.splat(low);
  let from = squares;
  for (let r = 0; r < count; r++, from += 64) {
    store<i32>(masks + (<usize>r << 2), bitsOf(from, most) | (bitsOf(from, sure) << 16));
  }
}

function bitsOf(squares: usize, most: v128): i32 {
  return (
    i32x4.bitmask(i32x4.le_s(v128.load(squares), most)) |
    (i32x4.bitmask(i32x4.le_s(v128.load(squares, 16), most)) << 4) |
    (i32x4.bitmask(i32x4.le_s(v128.load(squares, 32), most)) << 8) |
    (i32x4.bitmask(i32x4.le_s(v128.load(squares, 48), most)) << 12)
  );
}
