import { add, addNumbers, divide, multiply, multiplyNumbers, type Pair, series } from './pairs.ts';

/** ln 2 as the sum of two float64. */
const LN2: Pair = [Math.LN2, 2.3190468138462996e-17];

/** How many terms of the series of atanh are used, and how many of them as pairs. */
const TERMS = 21;
const PAIRED = 10;
/** 2/(2i+1): log m = 2 atanh s = s · Σ 2/(2i+1) · s²ⁱ with s = (m-1)/(m+1). */
const COEFFICIENTS = Array.from({ length: TERMS }, (_, i) => divide([2, 0], [2 * i + 1, 0]));

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);

/** The float64 nearest to the natural logarithm of x; as Math.log for what is not a positive normal number. */
export function log(x: number): number {
  if (!(x >= 2 ** -1022 && x < Number.POSITIVE_INFINITY)) return Math.log(x);
  const { mantissa, exponent } = split(x);
  const s = divide([mantissa - 1, 0], addNumbers(mantissa, 1));
  const logMantissa = multiply(s, series(COEFFICIENTS, multiply(s, s), PAIRED));
  const [high, low] = multiplyNumbers(exponent, LN2[0]);
  return add([high, low + exponent * LN2[1]], logMantissa)[0];
}

/** x = mantissa · 2^exponent, the mantissa between √½ and √2. */
function split(x: number): { mantissa: number; exponent: number } {
  float[0] = x;
  const exponent = (words[1]! >>> 20) - 1023;
  words[1] = (words[1]! & 0xfffff) | 0x3ff00000;
  const mantissa = float[0]!;
  return mantissa > Math.SQRT2 ? { mantissa: mantissa / 2, exponent: exponent + 1 } : { mantissa, exponent };
}
