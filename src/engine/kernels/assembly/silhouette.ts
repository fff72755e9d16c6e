/** Rows a tile; each pair of neighbouring pixels of all of them lies on one line of 64 bytes. */
const TILE: i32 = 16;

/**
 * Packs dense rows as pairs of neighbouring pixels, those that are not both 0: the number of the pair (u16) and its two pixels
 * (2 int16). `starts` (u32) gets the first of each row, and the end.
 */
export function packPairs(dense: usize, rows: i32, cols: i32, starts: usize, numbers: usize, pairs: usize): void {
  let at: usize = 0;
  for (let i = 0; i < rows; i++) {
    const row = dense + <usize>i * cols;
    store<u32>(starts + (<usize>i << 2), <u32>at);
    for (let f = 0; f < cols; f += 2) {
      const pair = pairOf(row, f, cols);
      if (pair == 0) continue;
      store<u16>(numbers + (at << 1), <u16>(f >> 1));
      store<u32>(pairs + (at << 2), pair);
      at++;
    }
  }
  store<u32>(starts + (<usize>rows << 2), <u32>at);
}

function pairOf(row: usize, f: i32, cols: i32): u32 {
  const second: u32 = f + 1 < cols ? load<u8>(row + f, 1) : 0;
  return <u32>load<u8>(row + f) | (second << 16);
}

/** Lays `count` (at most TILE) dense rows from `dense` on as a tile; the lanes that are left are 0. */
export function packTile(dense: usize, count: i32, cols: i32, tile: usize): void {
  for (let f = 0; f < cols; f += 2) {
    const line = tile + (<usize>f << 5);
    for (let lane = 0; lane < TILE; lane++) {
      store<u32>(line + (<usize>lane << 2), lane < count ? pairOf(dense + <usize>lane * cols, f, cols) : 0);
    }
  }
}

/**
 * Distances of the rows from…to-1 to those of a tile: their sum is added to rowTotals[i], and each to laneTotals[lane].
 * `norms`, `tileNorms`, totals: float64; `mask`: all bits set for each lane that holds a row.
 */
export function tileDistances(
  from: i32,
  to: i32,
  starts: usize,
  numbers: usize,
  pairs: usize,
  norms: usize,
  tile: usize,
  tileNorms: usize,
  mask: usize,
  rowTotals: usize,
  laneTotals: usize,
): void {
  for (let i = from; i < to; i++) {
    let a = i32x4.splat(0);
    let b = a;
    let c = a;
    let d = a;
    const end: usize = load<u32>(starts + (<usize>i << 2), 4);
    for (let at: usize = load<u32>(starts + (<usize>i << 2)); at < end; at++) {
      const pair = v128.load32_splat(pairs + (at << 2));
      const line = tile + (<usize>load<u16>(numbers + (at << 1)) << 6);
      a = i32x4.add(a, i32x4.dot_i16x8_s(pair, v128.load(line)));
      b = i32x4.add(b, i32x4.dot_i16x8_s(pair, v128.load(line, 16)));
      c = i32x4.add(c, i32x4.dot_i16x8_s(pair, v128.load(line, 32)));
      d = i32x4.add(d, i32x4.dot_i16x8_s(pair, v128.load(line, 48)));
    }
    const norm = f64x2.splat(load<f64>(norms + (<usize>i << 3)));
    let total = addFour(a, norm, tileNorms, mask, laneTotals);
    total = f64x2.add(total, addFour(b, norm, tileNorms + 32, mask + 32, laneTotals + 32));
    total = f64x2.add(total, addFour(c, norm, tileNorms + 64, mask + 64, laneTotals + 64));
    total = f64x2.add(total, addFour(d, norm, tileNorms + 96, mask + 96, laneTotals + 96));
    const into = rowTotals + (<usize>i << 3);
    store<f64>(into, load<f64>(into) + f64x2.extract_lane(total, 0) + f64x2.extract_lane(total, 1));
  }
}

/** Turns four dot products into distances and adds them to their lanes; returns what is added, in two halves. */
function addFour(dots: v128, norm: v128, norms: usize, mask: usize, totals: usize): v128 {
  const low = distances(f64x2.convert_low_i32x4_s(dots), norm, norms, mask);
  const high = distances(f64x2.convert_low_i32x4_s(v128.shuffle<i32>(dots, dots, 2, 3, 0, 1)), norm, norms + 16, mask + 16);
  v128.store(totals, f64x2.add(v128.load(totals), low));
  v128.store(totals, f64x2.add(v128.load(totals, 16), high), 16);
  return f64x2.add(low, high);
}

function distances(dots: v128, norm: v128, norms: usize, mask: usize): v128 {
  const squares = f64x2.sub(f64x2.add(norm, v128.load(norms)), f64x2.add(dots, dots));
  return v128.and(f64x2.sqrt(squares), v128.load(mask));
}
