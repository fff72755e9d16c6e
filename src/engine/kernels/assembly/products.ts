import { addBlocks, dotF64, openRow } from './dots';
import { SPAN } from './pack';

/**
 * Adds x·xᵀ of the rows from…to-1 to `products`, lines of `width` int32, for the pixels of each block and those of the blocks
 * after it. Whole numbers: 33,000 rows of white pixels fit.
 */
export function addProducts(from: i32, to: i32, spans: usize, products: usize, width: i32): void {
  for (let i = from; i < to; i++) {
    const span = spans + <usize>i * SPAN;
    const end: usize = load<u32>(span, 4);
    let pixel: usize = load<u32>(span, 8);
    for (let block: usize = load<u32>(span); block < end; block += 2, pixel += 8) {
      let line = products + ((<usize>load<u16>(block) * width) << 5);
      for (let pixels = load<u64>(pixel); pixels != 0; pixels >>= 8, line += <usize>width << 2) {
        const value = <u8>pixels;
        if (value != 0) addTimes(value, block, end, pixel, line);
      }
    }
  }
}

/** Adds `value` times the blocks from `block` up to `end` to a line of products. */
function addTimes(value: u8, block: usize, end: usize, pixel: usize, line: usize): void {
  const factor = i16x8.splat(value);
  let other = pixel;
  for (let at = block; at < end; at += 2, other += 8) {
    const pixels = v128.load_ext<u8>(other);
    const into = line + (<usize>load<u16>(at) << 5);
    v128.store(into, i32x4.add(v128.load(into), i32x4.extmul_low_i16x8_u(factor, pixels)));
    v128.store(into, i32x4.add(v128.load(into, 16), i32x4.extmul_high_i16x8_u(factor, pixels)), 16);
  }
}

/** Adds the rows from…to-1 to `sums`, whole blocks of int32. */
export function addRows(from: i32, to: i32, spans: usize, sums: usize): void {
  for (let i = from; i < to; i++) {
    openRow(i, spans);
    addBlocks(sums, 1);
  }
}

/** The rows from…to-1 times a vector of float64, see `dotF64`, into `dots`, one after the other. */
export function dotRows(from: i32, to: i32, spans: usize, vector: usize, dots: usize): void {
  for (let i = from; i < to; i++) {
    openRow(i, spans);
    store<f64>(dots + (<usize>(i - from) << 3), dotF64(vector));
  }
}
