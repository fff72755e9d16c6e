/** The entries of row `i`, as addresses; set by `openRow`. */
export let columnAt: usize = 0;
export let columnEnd: usize = 0;
export let valueAt: usize = 0;

export function openRow(i: i32, starts: usize, columns: usize, values: usize): void {
  const from: usize = load<u32>(starts + (<usize>i << 2));
  const to: usize = load<u32>(starts + (<usize>i << 2), 4);
  columnAt = columns + (from << 1);
  columnEnd = columns + (to << 1);
  valueAt = values + from;
}

/** The open row times a dense vector of float64. */
export function dotF64(vector: usize): f64 {
  let a: f64 = 0;
  let b: f64 = 0;
  let c: f64 = 0;
  let d: f64 = 0;
  let at = columnAt;
  const end = columnEnd;
  let value = valueAt;
  for (; at < end; at += 8) {
    a += <f64>load<u8>(value) * load<f64>(vector + (<usize>load<u16>(at) << 3));
    b += <f64>load<u8>(value, 1) * load<f64>(vector + (<usize>load<u16>(at, 2) << 3));
    c += <f64>load<u8>(value, 2) * load<f64>(vector + (<usize>load<u16>(at, 4) << 3));
    d += <f64>load<u8>(value, 3) * load<f64>(vector + (<usize>load<u16>(at, 6) << 3));
    value += 4;
  }
  return a + b + (c + d);
}

/** The open row times four vectors of float32 that lie interleaved at `table`. */
export function dotsF32(table: usize): v128 {
  let a = f32x4.splat(0);
  let b = f32x4.splat(0);
  let at = columnAt;
  const end = columnEnd;
  let value = valueAt;
  for (; at < end; at += 8) {
    const four = f32x4.convert_i32x4_u(i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(value))));
    a = f32x4.add(a, f32x4.mul(v128.shuffle<f32>(four, four, 0, 0, 0, 0), v128.load(table + (<usize>load<u16>(at) << 4))));
    b = f32x4.add(b, f32x4.mul(v128.shuffle<f32>(four, four, 1, 1, 1, 1), v128.load(table + (<usize>load<u16>(at, 2) << 4))));
    a = f32x4.add(a, f32x4.mul(v128.shuffle<f32>(four, four, 2, 2, 2, 2), v128.load(table + (<usize>load<u16>(at, 4) << 4))));
    b = f32x4.add(b, f32x4.mul(v128.shuffle<f32>(four, four, 3, 3, 3, 3), v128.load(table + (<usize>load<u16>(at, 6) << 4))));
    value += 4;
  }
  return f32x4.add(a, b);
}

/** The same for three tables, `step` bytes apart; the results at `into`. */
export function dotsF32x3(table: usize, step: usize, into: usize): void {
  let a = f32x4.splat(0);
  let b = f32x4.splat(0);
  let c = f32x4.splat(0);
  let at = columnAt;
  const end = columnEnd;
  let value = valueAt;
  const second = step;
  const third = step << 1;
  for (; at < end; at += 8) {
    const four = f32x4.convert_i32x4_u(i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(value))));
    let x = v128.shuffle<f32>(four, four, 0, 0, 0, 0);
    let from = table + (<usize>load<u16>(at) << 4);
    a = f32x4.add(a, f32x4.mul(x, v128.load(from)));
    b = f32x4.add(b, f32x4.mul(x, v128.load(from + second)));
    c = f32x4.add(c, f32x4.mul(x, v128.load(from + third)));
    x = v128.shuffle<f32>(four, four, 1, 1, 1, 1);
    from = table + (<usize>load<u16>(at, 2) << 4);
    a = f32x4.add(a, f32x4.mul(x, v128.load(from)));
    b = f32x4.add(b, f32x4.mul(x, v128.load(from + second)));
    c = f32x4.add(c, f32x4.mul(x, v128.load(from + third)));
    x = v128.shuffle<f32>(four, four, 2, 2, 2, 2);
    from = table + (<usize>load<u16>(at, 4) << 4);
    a = f32x4.add(a, f32x4.mul(x, v128.load(from)));
    b = f32x4.add(b, f32x4.mul(x, v128.load(from + second)));
    c = f32x4.add(c, f32x4.mul(x, v128.load(from + third)));
    x = v128.shuffle<f32>(four, four, 3, 3, 3, 3);
    from = table + (<usize>load<u16>(at, 6) << 4);
    a = f32x4.add(a, f32x4.mul(x, v128.load(from)));
    b = f32x4.add(b, f32x4.mul(x, v128.load(from + second)));
    c = f32x4.add(c, f32x4.mul(x, v128.load(from + third)));
    value += 4;
  }
  v128.store(into, a);
  v128.store(into, b, 16);
  v128.store(into, c, 32);
}

/** The open row times four vectors of int32 that lie interleaved at `table`: exact. */
export function dotsI32(table: usize): v128 {
  let a = i32x4.splat(0);
  let b = i32x4.splat(0);
  let at = columnAt;
  const end = columnEnd;
  let value = valueAt;
  for (; at < end; at += 4) {
    a = i32x4.add(a, i32x4.mul(i32x4.splat(load<u8>(value)), v128.load(table + (<usize>load<u16>(at) << 4))));
    b = i32x4.add(b, i32x4.mul(i32x4.splat(load<u8>(value, 1)), v128.load(table + (<usize>load<u16>(at, 2) << 4))));
    value += 2;
  }
  return i32x4.add(a, b);
}
