/** Rows a tile: the eight numbers of a column lie side by side. */
const TILE: i32 = 8;

/** Lays `count` (at most TILE) rows of d float64 from `rows` on as a tile; lanes that are left keep what they held. */
export function turnRows(rows: usize, count: i32, d: i32, tile: usize): void {
  const step = <usize>d << 3;
  for (let lane = 0; lane < count; lane++) {
    const row = rows + <usize>lane * step;
    const to = tile + (<usize>lane << 3);
    for (let f: usize = 0; f < step; f += 8) store<f64>(to + (f << 3), load<f64>(row + f));
  }
}

/** Of each of `count` rows from `rows` on and each row of a tile: Σ (x − y)², added up from the first column to the last; TILE a row. */
export function sumSquares(rows: usize, count: i32, d: i32, tile: usize, sums: usize): void {
  const step = <usize>d << 3;
  for (let r = 0; r < count; r++, sums += 64) {
    const row = rows + <usize>r * step;
    let a = f64x2.splat(0);
    let b = a;
    let c = a;
    let e = a;
    let line = tile;
    for (let at = row; at < row + step; at += 8, line += 64) {
      const x = v128.load64_splat(at);
      const da = f64x2.sub(x, v128.load(line));
      const db = f64x2.sub(x, v128.load(line, 16));
      const dc = f64x2.sub(x, v128.load(line, 32));
      const de = f64x2.sub(x, v128.load(line, 48));
      a = f64x2.add(a, f64x2.mul(da, da));
      b = f64x2.add(b, f64x2.mul(db, db));
      c = f64x2.add(c, f64x2.mul(dc, dc));
      e = f64x2.add(e, f64x2.mul(de, de));
    }
    storeFour(sums, a, b, c, e);
  }
}

/** The same for Σ |x − y|. */
export function sumGaps(rows: usize, count: i32, d: i32, tile: usize, sums: usize): void {
  const step = <usize>d << 3;
  for (let r = 0; r < count; r++, sums += 64) {
    const row = rows + <usize>r * step;
    let a = f64x2.splat(0);
    let b = a;
    let c = a;
    let e = a;
    let line = tile;
    for (let at = row; at < row + step; at += 8, line += 64) {
      const x = v128.load64_splat(at);
      a = f64x2.add(a, f64x2.abs(f64x2.sub(x, v128.load(line))));
      b = f64x2.add(b, f64x2.abs(f64x2.sub(x, v128.load(line, 16))));
      c = f64x2.add(c, f64x2.abs(f64x2.sub(x, v128.load(line, 32))));
      e = f64x2.add(e, f64x2.abs(f64x2.sub(x, v128.load(line, 48))));
    }
    storeFour(sums, a, b, c, e);
  }
}

/** The same for max |x − y|. */
export function largestGaps(rows: usize, count: i32, d: i32, tile: usize, sums: usize): void {
  const step = <usize>d << 3;
  for (let r = 0; r < count; r++, sums += 64) {
    const row = rows + <usize>r * step;
    let a = f64x2.splat(0);
    let b = a;
    let c = a;
    let e = a;
    let line = tile;
    for (let at = row; at < row + step; at += 8, line += 64) {
      const x = v128.load64_splat(at);
      a = f64x2.max(a, f64x2.abs(f64x2.sub(x, v128.load(line))));
      b = f64x2.max(b, f64x2.abs(f64x2.sub(x, v128.load(line, 16))));
      c = f64x2.max(c, f64x2.abs(f64x2.sub(x, v128.load(line, 32))));
      e = f64x2.max(e, f64x2.abs(f64x2.sub(x, v128.load(line, 48))));
    }
    storeFour(sums, a, b, c, e);
  }
}

/** The same for Σ x · y: even columns, plus odd ones, plus the last of an odd number. */
export function sumProducts(rows: usize, count: i32, d: i32, tile: usize, sums: usize): void {
  const step = <usize>d << 3;
  const paired = <usize>(d & ~1) << 3;
  for (let r = 0; r < count; r++, sums += 64) {
    const row = rows + <usize>r * step;
    for (let half: usize = 0; half < 64; half += 32) {
      let a = f64x2.splat(0);
      let b = a;
      let c = a;
      let e = a;
      let line = tile + half;
      for (let at = row; at < row + paired; at += 16, line += 128) {
        const x = v128.load64_splat(at);
        const y = v128.load64_splat(at, 8);
        a = f64x2.add(a, f64x2.mul(x, v128.load(line)));
        b = f64x2.add(b, f64x2.mul(x, v128.load(line, 16)));
        c = f64x2.add(c, f64x2.mul(y, v128.load(line, 64)));
        e = f64x2.add(e, f64x2.mul(y, v128.load(line, 80)));
      }
      a = f64x2.add(a, c);
      b = f64x2.add(b, e);
      if (paired < step) {
        const x = v128.load64_splat(row + paired);
        a = f64x2.add(a, f64x2.mul(x, v128.load(line)));
        b = f64x2.add(b, f64x2.mul(x, v128.load(line, 16)));
      }
      v128.store(sums + half, a);
      v128.store(sums + half, b, 16);
    }
  }
}

function storeFour(to: usize, a: v128, b: v128, c: v128, d: v128): void {
  v128.store(to, a);
  v128.store(to, b, 16);
  v128.store(to, c, 32);
  v128.store(to, d, 48);
}
