import { dotsI32, openRow } from './dots';
import { PROJECTED, squaredBounds } from './project';

/** A square that need not be known: it is no less than the least so far. */
const FAR: i32 = 0x7fffffff;

/**
 * Squared distances of the rows from…to-1 to four candidates, exact, into squares (n × 4 int32), FAR where projections rule
 * out that a candidate is nearer than `closest` (int32). Adds min(closest, square) of each candidate to `sums` (4 float64).
 * `table`: the candidates' pixels interleaved (d × 4 int32); `candidateNorms` 4 int32; `projections` 0: nothing is projected.
 */
export function seedDistances(
  from: i32,
  to: i32,
  starts: usize,
  columns: usize,
  values: usize,
  norms: usize,
  closest: usize,
  table: usize,
  candidateNorms: usize,
  projections: usize,
  candidateProjections: usize,
  boundSlack: f32,
  squares: usize,
  sums: usize,
): void {
  const far = i32x4.splat(FAR);
  const theirs = v128.load(candidateNorms);
  let low = i64x2.splat(0);
  let high = i64x2.splat(0);
  for (let i = from; i < to; i++) {
    const old = load<i32>(closest + (<usize>i << 2));
    let square = far;
    let isFar = false;
    if (projections != 0) {
      const bound = f32x4.sub(
        f32x4.sqrt(squaredBounds(projections + ((<usize>i * PROJECTED) << 2), candidateProjections)),
        f32x4.splat(boundSlack),
      );
      isFar = !v128.any_true(f32x4.lt(bound, f32x4.splat(Mathf.sqrt(<f32>old) + 0.01)));
    }
    if (!isFar) {
      openRow(i, starts, columns, values);
      const dots = dotsI32(table);
      const norm = <i32>load<f64>(norms + (<usize>i << 3));
      square = i32x4.sub(i32x4.add(theirs, i32x4.splat(norm)), i32x4.add(dots, dots));
    }
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
