/**
 * Sums of the distances of four rows to the points of each group. Group a holds the points up to ends[a] (u32), from the end of
 * the one before. `tile`: d × 4 coordinates, those of the four rows side by side; `points`: rows of d; `sums`: groups × 4.
 */
export function groupDistances(tile: usize, d: i32, points: usize, ends: usize, groups: i32, sums: usize): void {
  if (d == 2) return groupDistancesInPlane(tile, points, ends, groups, sums);
  let at = points;
  let j: u32 = 0;
  for (let a = 0; a < groups; a++) {
    let low = f64x2.splat(0);
    let high = low;
    for (const end = load<u32>(ends + (<usize>a << 2)); j < end; j++) {
      let first = f64x2.splat(0);
      let second = first;
      for (let f = 0, line = tile; f < d; f++, line += 32, at += 8) {
        const value = v128.load64_splat(at);
        const x = f64x2.sub(v128.load(line), value);
        const y = f64x2.sub(v128.load(line, 16), value);
        first = f64x2.add(first, f64x2.mul(x, x));
        second = f64x2.add(second, f64x2.mul(y, y));
      }
      low = f64x2.add(low, f64x2.sqrt(first));
      high = f64x2.add(high, f64x2.sqrt(second));
    }
    v128.store(sums + (<usize>a << 5), low);
    v128.store(sums + (<usize>a << 5), high, 16);
  }
}

function groupDistancesInPlane(tile: usize, points: usize, ends: usize, groups: i32, sums: usize): void {
  const x0 = v128.load(tile);
  const x1 = v128.load(tile, 16);
  const y0 = v128.load(tile, 32);
  const y1 = v128.load(tile, 48);
  let at = points;
  let j: u32 = 0;
  for (let a = 0; a < groups; a++) {
    let low = f64x2.splat(0);
    let high = low;
    for (const end = load<u32>(ends + (<usize>a << 2)); j < end; j++, at += 16) {
      const x = v128.load64_splat(at);
      const y = v128.load64_splat(at, 8);
      const u0 = f64x2.sub(x0, x);
      const u1 = f64x2.sub(x1, x);
      const v0 = f64x2.sub(y0, y);
      const v1 = f64x2.sub(y1, y);
      low = f64x2.add(low, f64x2.sqrt(f64x2.add(f64x2.mul(u0, u0), f64x2.mul(v0, v0))));
      high = f64x2.add(high, f64x2.sqrt(f64x2.add(f64x2.mul(u1, u1), f64x2.mul(v1, v1))));
    }
    v128.store(sums + (<usize>a << 5), low);
    v128.store(sums + (<usize>a << 5), high, 16);
  }
}

/**
 * Adds the sums of each group, four side by side, to those of the cluster that holds it, for some labelings: offsets[l · groups + a]
 * (u32) says where, in bytes from `totals` on.
 */
export function gatherGroups(sums: usize, groups: i32, offsets: usize, labelings: i32, totals: usize): void {
  let offset = offsets;
  for (let l = 0; l < labelings; l++) {
    for (let a = 0, at = sums; a < groups; a++, at += 32, offset += 4) {
      const into = totals + <usize>load<u32>(offset);
      v128.store(into, f64x2.add(v128.load(into), v128.load(at)));
      v128.store(into, f64x2.add(v128.load(into, 16), v128.load(at, 16)), 16);
    }
  }
}
