// Numbers of some 100 bits as pairs of float64: T. J. Dekker, Numerische Mathematik 18 (1971) 224–242. A function computed in
// them and rounded once is the float64 nearest to the true value, the same in every browser and in the terminal, where
// Math.sin, Math.cos and Math.log leave the last bit to the engine.
import { productError, sumError } from './exact.ts';

/** high + low, |low| at most half of the last bit of high: high is the number rounded. */
export type Pair = readonly [high: number, low: number];

/** a + b, exactly. */
export function addNumbers(a: number, b: number): Pair {
  const sum = a + b;
  return [sum, sumError(a, b, sum)];
}

/** a · b, exactly. */
export function multiplyNumbers(a: number, b: number): Pair {
  const product = a * b;
  return [product, productError(a, b, product)];
}

/** a + b, to about twice the digits of a float64, as multiply and divide are. */
export function add([a, aLow]: Pair, [b, bLow]: Pair): Pair {
  const [sum, lost] = addNumbers(a, b);
  return addNumbers(sum, lost + (aLow + bLow));
}

export function multiply([a, aLow]: Pair, [b, bLow]: Pair): Pair {
  const [product, lost] = multiplyNumbers(a, b);
  return addNumbers(product, lost + (a * bLow + aLow * b));
}

export function divide([a, aLow]: Pair, [b, bLow]: Pair): Pair {
  const quotient = a / b;
  const [product, lost] = multiplyNumbers(quotient, b);
  return addNumbers(quotient, (a - product - lost + aLow - quotient * bLow) / b);
}

/**
 * Σ coefficients[i] · zⁱ. From the `paired`-th coefficient on plain numbers are used: choose it so that what these terms add
 * is below 2⁻⁵⁰ of the sum.
 */
export function series(coefficients: readonly Pair[], z: Pair, paired: number): Pair {
  const [z0, z1] = z;
  let high = 0;
  let low = 0;
  for (let i = coefficients.length - 1; i >= paired; i--) high = high * z0 + coefficients[i]![0];
  // `add(multiply(sum, z), coefficient)`, in plain variables: this loop is nearly all that a sine or a logarithm costs.
  for (let i = paired - 1; i >= 0; i--) {
    const coefficient = coefficients[i]!;
    const product = high * z0;
    const lost = productError(high, z0, product) + (high * z1 + low * z0);
    const sum = product + coefficient[0];
    const rest = sumError(product, coefficient[0], sum) + (lost + coefficient[1]);
    high = sum + rest;
    low = sumError(sum, rest, high);
  }
  return [high, low];
}
