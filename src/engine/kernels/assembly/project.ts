import { columnAt, columnEnd, openRow, valueAt } from './dots';

/** Axes that rows are projected on; a projected row holds them and, last, how far it is from their span. */
export const AXES: i32 = 32;
/** Floats of a projected row: the axes, the rest, three of padding. */
export const PROJECTED: i32 = 36;

/**
 * Projects the rows from…to-1: projected[i] = x·axes - shift, for the AXES axes that lie interleaved at `axes` (float64), and
 * √(‖x - mean‖² - ‖projection‖²), the distance from the span. `twiceMean` is 2·mean, `meanNorm` ‖mean‖². Sums are float64, so
 * that what is stored as float32 is wrong by one rounding.
 */
export function projectRows(
  from: i32,
  to: i32,
  starts: usize,
  columns: usize,
  values: usize,
  norms: usize,
  axes: usize,
  shift: usize,
  twiceMean: usize,
  meanNorm: f64,
  projected: usize,
): void {
  for (let i = from; i < to; i++) {
    openRow(i, starts, columns, values);
    const row = projected + (<usize>(i * PROJECTED) << 2);
    let square: f64 = 0;
    // Eight axes at a time: four sums that stay in registers.
    for (let part: usize = 0; part < <usize>AXES; part += 8) {
      let a = f64x2.splat(0);
      let b = a;
      let c = a;
      let d = a;
      let value = valueAt;
      const table = axes + (part << 3);
      const end = columnEnd;
      for (let at = columnAt; at < end; at += 2, value++) {
        const x = f64x2.splat(<f64>load<u8>(value));
        const line = table + (<usize>load<u16>(at) << 8);
        a = f64x2.add(a, f64x2.mul(x, v128.load(line)));
        b = f64x2.add(b, f64x2.mul(x, v128.load(line, 16)));
        c = f64x2.add(c, f64x2.mul(x, v128.load(line, 32)));
        d = f64x2.add(d, f64x2.mul(x, v128.load(line, 48)));
      }
      square += storeEight(a, b, c, d, shift + (part << 3), row + (part << 2), 4);
    }
    let cross: f64 = 0;
    let value = valueAt;
    for (let at = columnAt; at < columnEnd; at += 2, value++) {
      cross += <f64>load<u8>(value) * load<f64>(twiceMean + (<usize>load<u16>(at) << 3));
    }
    storeRest(load<f64>(norms + (<usize>i << 3)) - cross + meanNorm - square, row + (<usize>AXES << 2));
  }
}

/** The same for a dense float64 vector of d entries with ‖vector‖² = norm; its numbers go `step` bytes apart, from `into` on. */
export function projectVector(
  vector: usize,
  norm: f64,
  d: i32,
  axes: usize,
  shift: usize,
  twiceMean: usize,
  meanNorm: f64,
  into: usize,
  step: usize,
): void {
  let square: f64 = 0;
  for (let part: usize = 0; part < <usize>AXES; part += 8) {
    let a = f64x2.splat(0);
    let b = a;
    let c = a;
    let e = a;
    let line = axes + (part << 3);
    for (let f = 0; f < d; f++, line += 256) {
      const x = v128.load64_splat(vector + (<usize>f << 3));
      a = f64x2.add(a, f64x2.mul(x, v128.load(line)));
      b = f64x2.add(b, f64x2.mul(x, v128.load(line, 16)));
      c = f64x2.add(c, f64x2.mul(x, v128.load(line, 32)));
      e = f64x2.add(e, f64x2.mul(x, v128.load(line, 48)));
    }
    square += storeEight(a, b, c, e, shift + (part << 3), into + part * step, step);
  }
  let cross: f64 = 0;
  for (let f: usize = 0; f < <usize>d; f++) cross += load<f64>(vector + (f << 3)) * load<f64>(twiceMean + (f << 3));
  storeRest(norm - cross + meanNorm - square, into + <usize>AXES * step);
}

/** Stores eight sums less their shifts, `step` bytes apart; returns the sum of their squares. */
function storeEight(a: v128, b: v128, c: v128, d: v128, shift: usize, into: usize, step: usize): f64 {
  const first = f64x2.sub(a, v128.load(shift));
  const second = f64x2.sub(b, v128.load(shift, 16));
  const third = f64x2.sub(c, v128.load(shift, 32));
  const fourth = f64x2.sub(d, v128.load(shift, 48));
  return (
    storePair(first, into, step) +
    storePair(second, into + 2 * step, step) +
    storePair(third, into + 4 * step, step) +
    storePair(fourth, into + 6 * step, step)
  );
}

function storePair(pair: v128, into: usize, step: usize): f64 {
  const low = f64x2.extract_lane(pair, 0);
  const high = f64x2.extract_lane(pair, 1);
  store<f32>(into, <f32>low);
  store<f32>(into + step, <f32>high);
  return low * low + high * high;
}

function storeRest(square: f64, into: usize): void {
  store<f32>(into, <f32>Math.sqrt(Math.max(0, square)));
}

/**
 * Lower bounds, squared, of a projected row's distances to four others, whose projections lie interleaved at `others`
 * (AXES + 1 lines of four): within the span the distance is known, beyond it at least the difference of the rests.
 */
export function squaredBounds(row: usize, others: usize): v128 {
  let a = f32x4.splat(0);
  let b = f32x4.splat(0);
  for (let m: usize = 0; m < <usize>AXES; m += 4) {
    const line = others + (m << 4);
    const y = row + (m << 2);
    const d0 = f32x4.sub(v128.load32_splat(y), v128.load(line));
    const d1 = f32x4.sub(v128.load32_splat(y, 4), v128.load(line, 16));
    const d2 = f32x4.sub(v128.load32_splat(y, 8), v128.load(line, 32));
    const d3 = f32x4.sub(v128.load32_splat(y, 12), v128.load(line, 48));
    a = f32x4.add(a, f32x4.mul(d0, d0));
    b = f32x4.add(b, f32x4.mul(d1, d1));
    a = f32x4.add(a, f32x4.mul(d2, d2));
    b = f32x4.add(b, f32x4.mul(d3, d3));
  }
  const rest = f32x4.sub(v128.load32_splat(row + (<usize>AXES << 2)), v128.load(others + (<usize>AXES << 4)));
  return f32x4.add(f32x4.add(a, b), f32x4.mul(rest, rest));
}
