import { addNumbers, divide, multiply, multiplyNumbers, type Pair, series } from './pairs.ts';

/** The float64 nearest to sin(x), for |x| up to 2²⁰; a RangeError beyond. */
export function sine(x: number): number {
  const { quarter, rest } = reduce(x);
  const [value] = quarter & 1 ? cosineNearZero(rest) : sineNearZero(rest);
  return quarter & 2 ? -value : value;
}

/** The float64 nearest to cos(x), for |x| up to 2²⁰; a RangeError beyond. */
export function cosine(x: number): number {
  const { quarter, rest } = reduce(x);
  const [value] = quarter & 1 ? sineNearZero(rest) : cosineNearZero(rest);
  return (quarter + 1) & 2 ? -value : value;
}

/** π/2 as the sum of three float64. */
const HALF_PI = [1.5707963267948966, 6.123233995736766e-17, -1.4973849048591698e-33] as const;

/** x = quarter · π/2 + rest, |rest| ≤ π/4. */
function reduce(x: number): { quarter: number; rest: Pair } {
  if (!(Math.abs(x) <= 2 ** 20)) throw new RangeError('sine and cosine are for |x| up to 2²⁰');
  const quarter = Math.round(x / HALF_PI[0]);
  const [first, firstLow] = multiplyNumbers(quarter, HALF_PI[0]);
  const [second, secondLow] = multiplyNumbers(quarter, HALF_PI[1]);
  const [a, aLow] = addNumbers(x, -first);
  const [b, bLow] = addNumbers(a, -firstLow);
  const [c, cLow] = addNumbers(b, -second);
  return { quarter, rest: addNumbers(c, aLow + bLow + cLow - secondLow - quarter * HALF_PI[2]) };
}

/** How many terms of Taylor's series are used, and how many of them as pairs. */
const TERMS = 15;
const PAIRED = 8;
const SINE = Array.from({ length: TERMS }, (_, i) => inverseFactorial(2 * i + 1, i));
const COSINE = Array.from({ length: TERMS }, (_, i) => inverseFactorial(2 * i, i));

function sineNearZero(x: Pair): Pair {
  return multiply(x, series(SINE, multiply(x, x), PAIRED));
}

function cosineNearZero(x: Pair): Pair {
  return series(COSINE, multiply(x, x), PAIRED);
}

/** (-1)^i / n!. Beyond 22! the factorial itself is rounded; those terms are used as plain numbers. */
function inverseFactorial(n: number, i: number): Pair {
  let factorial = 1;
  for (let factor = 2; factor <= n; factor++) factorial *= factor;
  return divide([i % 2 === 0 ? 1 : -1, 0], [factorial, 0]);
}
