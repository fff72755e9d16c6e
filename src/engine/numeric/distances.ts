/** ‖a − b‖² of d entries from `atA` and `atB` on, added up in fours as scikit-learn's own loops do. */
export function squaredDistance(a: Float64Array, atA: number, b: Float64Array, atB: number, d: number): number {
  let sum = 0;
  const whole = d - (d % 4);
  for (let f = 0; f < whole; f += 4) {
    const d0 = a[atA + f]! - b[atB + f]!;
    const d1 = a[atA + f + 1]! - b[atB + f + 1]!;
    const d2 = a[atA + f + 2]! - b[atB + f + 2]!;
    const d3 = a[atA + f + 3]! - b[atB + f + 3]!;
    sum += d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
  }
  for (let f = whole; f < d; f++) {
    const difference = a[atA + f]! - b[atB + f]!;
    sum += difference * difference;
  }
  return sum;
}
