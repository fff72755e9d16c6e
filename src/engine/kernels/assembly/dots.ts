import { SPAN } from './pack';

/** The blocks of the open row, as addresses; set by `openRow`. */
let numberAt: usize = 0;
let numberEnd: usize = 0;
let pixelAt: usize = 0;

/** Opens row `i` of those that `spans` tells of, see pack.ts. */
export function openRow(i: i32, spans: usize): void {
  const span = spans + <usize>i * SPAN;
  numberAt = load<u32>(span);
  numberEnd = load<u32>(span, 4);
  pixelAt = load<u32>(span, 8);
}

/** The open row times a dense vector of float64, of which whole blocks are read: what follows it must be finite. */
export function dotF64(vector: usize): f64 {
  let a = f64x2.splat(0);
  let b = f64x2.splat(0);
  let c = f64x2.splat(0);
  let d = f64x2.splat(0);
  let pixel = pixelAt;
  for (let at = numberAt; at < numberEnd; at += 2, pixel += 8) {
    const pixels = v128.load_ext<u8>(pixel);
    const low = i32x4.extend_low_i16x8_u(pixels);
    const high = i32x4.extend_high_i16x8_u(pixels);
    const line = vector + (<usize>load<u16>(at) << 6);
    a = f64x2.add(a, f64x2.mul(f64x2.convert_low_i32x4_s(low), v128.load(line)));
    b = f64x2.add(b, f64x2.mul(f64x2.convert_low_i32x4_s(v128.shuffle<i32>(low, low, 2, 3, 0, 1)), v128.load(line, 16)));
    c = f64x2.add(c, f64x2.mul(f64x2.convert_low_i32x4_s(high), v128.load(line, 32)));
    d = f64x2.add(d, f64x2.mul(f64x2.convert_low_i32x4_s(v128.shuffle<i32>(high, high, 2, 3, 0, 1)), v128.load(line, 48)));
  }
  const sum = f64x2.add(f64x2.add(a, b), f64x2.add(c, d));
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

/** The open row times a dense vector of int16: exact, where the sum fits into 32 bits. */
export function dotI16(vector: usize): i32 {
  let a = i32x4.splat(0);
  let b = i32x4.splat(0);
  let pixel = pixelAt;
  const end = numberEnd;
  for (let at = numberAt; at < end; at += 4) {
    const first = v128.load_ext<u8>(pixel);
    const second = v128.load_ext<u8>(pixel, 8);
    a = i32x4.add(a, i32x4.dot_i16x8_s(first, v128.load(vector + (<usize>load<u16>(at) << 4))));
    b = i32x4.add(b, i32x4.dot_i16x8_s(second, v128.load(vector + (<usize>load<u16>(at, 2) << 4))));
    pixel += 16;
  }
  a = i32x4.add(a, b);
  a = i32x4.add(a, v128.shuffle<i32>(a, a, 2, 3, 0, 1));
  return i32x4.extract_lane(a, 0) + i32x4.extract_lane(a, 1);
}

/** The same for four vectors, `step` bytes apart. */
export function dotsI16(vectors: usize, step: usize): v128 {
  let a = i32x4.splat(0);
  let b = i32x4.splat(0);
  let c = i32x4.splat(0);
  let d = i32x4.splat(0);
  let pixel = pixelAt;
  const end = numberEnd;
  const second = vectors + step;
  const third = second + step;
  const fourth = third + step;
  for (let at = numberAt; at < end; at += 2) {
    const pixels = v128.load_ext<u8>(pixel);
    const line = <usize>load<u16>(at) << 4;
    a = i32x4.add(a, i32x4.dot_i16x8_s(pixels, v128.load(vectors + line)));
    b = i32x4.add(b, i32x4.dot_i16x8_s(pixels, v128.load(second + line)));
    c = i32x4.add(c, i32x4.dot_i16x8_s(pixels, v128.load(third + line)));
    d = i32x4.add(d, i32x4.dot_i16x8_s(pixels, v128.load(fourth + line)));
    pixel += 8;
  }
  const ab = i32x4.add(v128.shuffle<i32>(a, b, 0, 4, 1, 5), v128.shuffle<i32>(a, b, 2, 6, 3, 7));
  const cd = i32x4.add(v128.shuffle<i32>(c, d, 0, 4, 1, 5), v128.shuffle<i32>(c, d, 2, 6, 3, 7));
  return i32x4.add(v128.shuffle<i32>(ab, cd, 0, 1, 4, 5), v128.shuffle<i32>(ab, cd, 2, 3, 6, 7));
}

/** Adds the open row's pixels `sign` times to a vector of int32. */
export function addBlocks(sum: usize, sign: i32): void {
  const factor = i32x4.splat(sign);
  let pixel = pixelAt;
  for (let at = numberAt; at < numberEnd; at += 2, pixel += 8) {
    const pixels = v128.load_ext<u8>(pixel);
    const to = sum + (<usize>load<u16>(at) << 5);
    const low = i32x4.mul(i32x4.extend_low_i16x8_u(pixels), factor);
    const high = i32x4.mul(i32x4.extend_high_i16x8_u(pixels), factor);
    v128.store(to, i32x4.add(v128.load(to), low));
    v128.store(to, i32x4.add(v128.load(to, 16), high), 16);
  }
}
