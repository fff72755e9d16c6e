// The update of distances: G. N. Lance, W. T. Williams, "A general theory of classificatory sorting strategies", The Computer
// Journal 9 (1967) 373–380.
// Distances between clusters for agglomerative clustering, a row a cluster: see algorithms/agglomerative/table.ts. Counts of
// distances in a row are even.

/** √ Σ (x − y)² of row i and each row, added up from the first of d columns to the last; a column is `count` float64. */
export function rootedSquares(columns: usize, count: i32, d: i32, i: i32, row: usize): void {
  const size = <usize>count << 3;
  const own = columns + (<usize>i << 3);
  for (let at: usize = 0; at < size; at += 16) {
    let sum = f64x2.splat(0);
    let f: usize = 0;
    for (let column = 0; column < d; column++, f += size) {
      const gap = f64x2.sub(v128.load(columns + f + at), v128.load64_splat(own + f));
      sum = f64x2.add(sum, f64x2.mul(gap, gap));
    }
    v128.store(row + at, f64x2.sqrt(sum));
  }
}

/** The same for Σ |x − y|. */
export function addedGaps(columns: usize, count: i32, d: i32, i: i32, row: usize): void {
  const size = <usize>count << 3;
  const own = columns + (<usize>i << 3);
  for (let at: usize = 0; at < size; at += 16) {
    let sum = f64x2.splat(0);
    let f: usize = 0;
    for (let column = 0; column < d; column++, f += size) {
      sum = f64x2.add(sum, f64x2.abs(f64x2.sub(v128.load(columns + f + at), v128.load64_splat(own + f))));
    }
    v128.store(row + at, sum);
  }
}

/** The same for max |x − y|. */
export function largestGap(columns: usize, count: i32, d: i32, i: i32, row: usize): void {
  const size = <usize>count << 3;
  const own = columns + (<usize>i << 3);
  for (let at: usize = 0; at < size; at += 16) {
    let most = f64x2.splat(0);
    let f: usize = 0;
    for (let column = 0; column < d; column++, f += size) {
      most = f64x2.max(most, f64x2.abs(f64x2.sub(v128.load(columns + f + at), v128.load64_splat(own + f))));
    }
    v128.store(row + at, most);
  }
}

/** The first place of the least number that is below `limit`; -1 if there is none. What is not a number is not below. */
export function firstLeast(row: usize, count: i32, limit: f64): i32 {
  const end = row + (<usize>count << 3);
  let a = f64x2.splat(limit);
  let b = a;
  let at = row;
  for (; at + 32 <= end; at += 32) {
    a = f64x2.pmin(a, v128.load(at));
    b = f64x2.pmin(b, v128.load(at, 16));
  }
  if (at < end) a = f64x2.pmin(a, v128.load(at));
  a = f64x2.pmin(a, b);
  const low = f64x2.extract_lane(a, 0);
  const high = f64x2.extract_lane(a, 1);
  const least = high < low ? high : low;
  if (!(least < limit)) return -1;
  const wanted = f64x2.splat(least);
  at = row;
  while (!v128.any_true(f64x2.eq(v128.load(at), wanted))) at += 16;
  return <i32>((at - row) >> 3) + (load<f64>(at) == least ? 0 : 1);
}

/** Numbers move together: the `count` at the places that stay, ascending. */
export function moveTo(row: usize, kept: usize, count: i32): void {
  for (let to = 0; to < count; to++) {
    store<f64>(row + (<usize>to << 3), load<f64>(row + (<usize>load<i32>(kept + (<usize>to << 2)) << 3)));
  }
}

/** Of a merge a log has the slots of x and y (i32), their sizes and their distance (float64). */
const MERGE: usize = 32;

/** In a row, of a cluster of `size`: the merges of a log from `merge` to `end`, complete linkage. */
export function replayComplete(row: usize, size: f64, merge: usize, end: usize): void {
  for (; merge < end; merge += MERGE) {
    const x = row + (<usize>load<i32>(merge) << 3);
    const y = row + (<usize>load<i32>(merge, 4) << 3);
    const larger = f64x2.pmax(v128.load64_zero(y), v128.load64_zero(x));
    v128.store64_lane(y, larger, 0);
    store<f64>(x, Infinity);
  }
}

export function replayAverage(row: usize, size: f64, merge: usize, end: usize): void {
  for (; merge < end; merge += MERGE) {
    const x = row + (<usize>load<i32>(merge) << 3);
    const y = row + (<usize>load<i32>(merge, 4) << 3);
    const nx = load<f64>(merge, 8);
    const ny = load<f64>(merge, 16);
    store<f64>(y, (nx * load<f64>(x) + ny * load<f64>(y)) / (nx + ny));
    store<f64>(x, Infinity);
  }
}

export function replayWard(row: usize, size: f64, merge: usize, end: usize): void {
  for (; merge < end; merge += MERGE) {
    const x = row + (<usize>load<i32>(merge) << 3);
    const y = row + (<usize>load<i32>(merge, 4) << 3);
    const nx = load<f64>(merge, 8);
    const ny = load<f64>(merge, 16);
    const dxy = load<f64>(merge, 24);
    const dx = load<f64>(x);
    const dy = load<f64>(y);
    const t = 1 / (nx + ny + size);
    store<f64>(y, Math.sqrt((size + nx) * t * dx * dx + (size + ny) * t * dy * dy - size * t * dxy * dxy));
    store<f64>(x, Infinity);
  }
}

/** The row of x ∪ y over that of y, from those of both; `sizes` (float64) are those of the slots. */
export function uniteComplete(rowX: usize, rowY: usize, count: i32, merge: usize, sizes: usize): void {
  for (let at: usize = 0, end = <usize>count << 3; at < end; at += 16) {
    v128.store(rowY + at, f64x2.pmax(v128.load(rowY + at), v128.load(rowX + at)));
  }
}

export function uniteAverage(rowX: usize, rowY: usize, count: i32, merge: usize, sizes: usize): void {
  const nx = v128.load64_splat(merge + 8);
  const ny = v128.load64_splat(merge + 16);
  const both = f64x2.add(nx, ny);
  for (let at: usize = 0, end = <usize>count << 3; at < end; at += 16) {
    const sum = f64x2.add(f64x2.mul(nx, v128.load(rowX + at)), f64x2.mul(ny, v128.load(rowY + at)));
    v128.store(rowY + at, f64x2.div(sum, both));
  }
}

export function uniteWard(rowX: usize, rowY: usize, count: i32, merge: usize, sizes: usize): void {
  const nx = v128.load64_splat(merge + 8);
  const ny = v128.load64_splat(merge + 16);
  const dxy = v128.load64_splat(merge + 24);
  const both = f64x2.add(nx, ny);
  for (let at: usize = 0, end = <usize>count << 3; at < end; at += 16) {
    const dx = v128.load(rowX + at);
    const dy = v128.load(rowY + at);
    const ni = v128.load(sizes + at);
    const t = f64x2.div(f64x2.splat(1), f64x2.add(both, ni));
    const a = f64x2.mul(f64x2.mul(f64x2.mul(f64x2.add(ni, nx), t), dx), dx);
    const b = f64x2.mul(f64x2.mul(f64x2.mul(f64x2.add(ni, ny), t), dy), dy);
    const c = f64x2.mul(f64x2.mul(f64x2.mul(ni, t), dxy), dxy);
    v128.store(rowY + at, f64x2.sqrt(f64x2.sub(f64x2.add(a, b), c)));
  }
}
