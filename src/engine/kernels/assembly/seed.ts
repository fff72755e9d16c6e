import { dotsI16, openRow } from './dots';

/**
 * Squared distances of the rows from…to-1 to four candidates, exact, into squares (n × 4 int32). Adds min(closest, square) of
 * each candidate to `sums` (4 float64). `table`: the candidates' pixels, four vectors of int16, `step` bytes apart;
 * `candidateNorms` and `closest`: int32.
 */
export function seedDistances(
  from: i32,
  to: i32,
  spans: usize,
  norms: usize,
  closest: usize,
  table: usize,
  step: usize,
  candidateNorms: usize,
  squares: usize,
  sums: usize,
): void {
  const theirs = v128.load(candidateNorms);
  let low = i64x2.splat(0);
  let high = i64x2.splat(0);
  for (let i = from; i < to; i++) {
    const old = load<i32>(closest + (<usize>i << 2));
    openRow(i, spans);
    const dots = dotsI16(table, step);
    const norm = <i32>load<f64>(norms + (<usize>i << 3));
    const square = i32x4.sub(i32x4.add(theirs, i32x4.splat(norm)), i32x4.add(dots, dots));
    v128.store(squares + (<usize>i << 4), square);
    const least = i32x4.min_s(square, i32x4.splat(old));
    low = i64x2.add(low, i64x2.extend_low_i32x4_s(least));
    high = i64x2.add(high, i64x2.extend_high_i32x4_s(least));
  }
  store<f64>(sums, load<f64>(sums) + <f64>i64x2.extract_lane(low, 0));
  store<f64>(sums, load<f64>(sums, 8) + <f64>i64x2.extract_lane(low, 1), 8);
  store<f64>(sums, load<f64>(sums, 16) + <f64>i64x2.extract_lane(high, 0), 16);
  store<f64>(sums, load<f64>(sums, 24) + <f64>i64x2.extract_lane(high, 1), 24);
}

/** Lowers `closest` to the squares of candidate `lane`; fills `cumulative` (n float64) with its running sums. */
export function takeSeed(n: i32, lane: i32, squares: usize, closest: usize, cumulative: usize): void {
  let sum: f64 = 0;
  for (let i = 0; i < n; i++) {
    const at = closest + (<usize>i << 2);
    const value = min(load<i32>(at), load<i32>(squares + (<usize>i << 4) + (<usize>lane << 2)));
    store<i32>(at, value);
    sum += <f64>value;
    store<f64>(cumulative + (<usize>i << 3), sum);
  }
}
