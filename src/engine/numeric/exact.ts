// Products and sums with their rounding errors: T. J. Dekker, Numerische Mathematik 18 (1971) 224–242; D. E. Knuth, TAOCP 2, 4.2.2.

const SPLITTER = 134217729; // 2²⁷ + 1

/** What is lost when `sum` = a + b is rounded: a + b = sum + sumError exactly. */
export function sumError(a: number, b: number, sum: number): number {
  const virtual = sum - a;
  return a - (sum - virtual) + (b - virtual);
}

/** What is lost when `product` = a · b is rounded: a · b = product + productError exactly, away from under- and overflow. */
export function productError(a: number, b: number, product: number): number {
  const aBig = SPLITTER * a;
  const aHigh = aBig - (aBig - a);
  const aLow = a - aHigh;
  const bBig = SPLITTER * b;
  const bHigh = bBig - (bBig - b);
  const bLow = b - bHigh;
  return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
}

const float = new Float64Array(1);
// The low word comes first on every machine that runs a browser today; only its last bit and its carries matter here.
const words = new Uint32Array(float.buffer);

/** a + b rounded to odd: truncated, and the last bit set if anything was cut off. What is rounded once more then comes out right. */
function addToOdd(a: number, b: number): number {
  const sum = a + b;
  const error = sumError(a, b, sum);
  if (error === 0 || sum === 0) return sum;
  float[0] = sum;
  if (words[0]! & 1) return sum;
  // Away from zero the bits count up. An even word has room for one more; towards zero it may have to borrow.
  if (error > 0 === sum > 0) words[0]!++;
  else if (words[0]!-- === 0) words[1]!--;
  return float[0]!;
}

/**
 * a · b + c, rounded once, as a processor's fused multiply-add gives it: S. Boldo, G. Melquiond, "Emulation of FMA and
 * correctly rounded sums", IEEE Transactions on Computers 57 (2008) 462–471. Slow: for the few places where the last bit decides.
 */
export function fusedMultiplyAdd(a: number, b: number, c: number): number {
  const product = a * b;
  // Most pixels.
  if (a === 0 || b === 0) return product + c;
  const productLow = productError(a, b, product);
  const inner = c + productLow;
  const innerLow = sumError(c, productLow, inner);
  const outer = product + inner;
  const outerLow = sumError(product, inner, outer);
  return outer + addToOdd(outerLow, innerLow);
}
