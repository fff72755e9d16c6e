/** A way to measure how far two rows lie apart, and how far a row lies from a box. Offsets point at the first of `d` numbers. */
export interface DistanceMetric {
  readonly name: string;
  /**
   * The reduced distance of a[i…] and b[j…]: cheaper than the distance and in the same order (squared for euclidean).
   * Once it exceeds `stop` any larger number may come back.
   */
  reduced(a: Float64Array, i: number, b: Float64Array, j: number, d: number, stop: number): number;
  /** Distance to reduced distance, and back. */
  reduce(distance: number): number;
  restore(reduced: number): number;
  /** The least reduced distance of a[i…] to any point of the box lo[j…]…hi[j…], or less. */
  boxMin(a: Float64Array, i: number, lo: Float64Array, hi: Float64Array, j: number, d: number): number;
  /** The greatest reduced distance of a[i…] to any point of the box, or more. */
  boxMax(a: Float64Array, i: number, lo: Float64Array, hi: Float64Array, j: number, d: number): number;
  /** The triangle inequality holds for the distance. */
  readonly triangle: boolean;
  /** No coordinate differs by more than the distance, so that a grid can find neighbours. */
  readonly grid: boolean;
  /** What to do to the rows before they are measured (unit length for cosine), or null. */
  readonly transform: ((data: Float64Array, d: number) => Float64Array) | null;
}

const identity = (x: number): number => x;

/** What lies outside of lo…hi on one axis, and how far the farther end of it is. Rounding keeps the order, so bounds need no slack. */
const gap = (x: number, lo: number, hi: number): number => (x < lo ? lo - x : x > hi ? x - hi : 0);
const span = (x: number, lo: number, hi: number): number => Math.max(Math.abs(x - lo), Math.abs(x - hi));

const euclidean: DistanceMetric = {
  name: 'euclidean',
  reduced(a, i, b, j, d, stop) {
    if (d === 2) {
      const dx = a[i]! - b[j]!;
      const dy = a[i + 1]! - b[j + 1]!;
      return dx * dx + dy * dy;
    }
    let sum = 0;
    for (let t = 0; t < d; t++) {
      const dx = a[i + t]! - b[j + t]!;
      sum += dx * dx;
      if ((t & 7) === 7 && sum > stop) return sum;
    }
    return sum;
  },
  reduce: (r) => r * r,
  restore: Math.sqrt,
  boxMin(a, i, lo, hi, j, d) {
    let sum = 0;
    for (let t = 0; t < d; t++) {
      const dx = gap(a[i + t]!, lo[j + t]!, hi[j + t]!);
      sum += dx * dx;
    }
    return sum;
  },
  boxMax(a, i, lo, hi, j, d) {
    let sum = 0;
    for (let t = 0; t < d; t++) {
      const dx = span(a[i + t]!, lo[j + t]!, hi[j + t]!);
      sum += dx * dx;
    }
    return sum;
  },
  triangle: true,
  grid: true,
  transform: null,
};

const manhattan: DistanceMetric = {
  name: 'manhattan',
  reduced(a, i, b, j, d) {
    let sum = 0;
    for (let t = 0; t < d; t++) sum += Math.abs(a[i + t]! - b[j + t]!);
    return sum;
  },
  reduce: identity,
  restore: identity,
  boxMin(a, i, lo, hi, j, d) {
    let sum = 0;
    for (let t = 0; t < d; t++) sum += gap(a[i + t]!, lo[j + t]!, hi[j + t]!);
    return sum;
  },
  boxMax(a, i, lo, hi, j, d) {
    let sum = 0;
    for (let t = 0; t < d; t++) sum += span(a[i + t]!, lo[j + t]!, hi[j + t]!);
    return sum;
  },
  triangle: true,
  grid: true,
  transform: null,
};

const chebyshev: DistanceMetric = {
  name: 'chebyshev',
  reduced(a, i, b, j, d) {
    let most = 0;
    for (let t = 0; t < d; t++) most = Math.max(most, Math.abs(a[i + t]! - b[j + t]!));
    return most;
  },
  reduce: identity,
  restore: identity,
  boxMin(a, i, lo, hi, j, d) {
    let most = 0;
    for (let t = 0; t < d; t++) most = Math.max(most, gap(a[i + t]!, lo[j + t]!, hi[j + t]!));
    return most;
  },
  boxMax(a, i, lo, hi, j, d) {
    let most = 0;
    for (let t = 0; t < d; t++) most = Math.max(most, span(a[i + t]!, lo[j + t]!, hi[j + t]!));
    return most;
  },
  triangle: true,
  grid: true,
  transform: null,
};

/** Powers may round out of order by an ulp: the bounds leave that much room. */
const ROOM = 1e-13;

function minkowski(p: number): DistanceMetric {
  return {
    name: 'minkowski',
    reduced(a, i, b, j, d) {
      let sum = 0;
      for (let t = 0; t < d; t++) sum += Math.abs(a[i + t]! - b[j + t]!) ** p;
      return sum;
    },
    reduce: (r) => r ** p,
    restore: (r) => r ** (1 / p),
    boxMin(a, i, lo, hi, j, d) {
      let sum = 0;
      for (let t = 0; t < d; t++) sum += gap(a[i + t]!, lo[j + t]!, hi[j + t]!) ** p;
      return sum * (1 - ROOM);
    },
    boxMax(a, i, lo, hi, j, d) {
      let sum = 0;
      for (let t = 0; t < d; t++) sum += span(a[i + t]!, lo[j + t]!, hi[j + t]!) ** p;
      return sum * (1 + ROOM);
    },
    triangle: p >= 1,
    grid: true,
    transform: null,
  };
}

/** Squares of numbers below this lose digits, or vanish. */
const TINY = 1e-140;

/** Every row divided by its length; rows of zeros stay. */
function unitRows(data: Float64Array, d: number): Float64Array {
  const unit = new Float64Array(data.length);
  for (let i = 0; i < data.length; i += d) {
    let most = 0;
    for (let t = 0; t < d; t++) most = Math.max(most, Math.abs(data[i + t]!));
    if (most === 0) continue;
    const scale = most < TINY ? most : 1;
    let sum = 0;
    for (let t = 0; t < d; t++) sum += (data[i + t]! / scale) ** 2;
    const length = Math.sqrt(sum);
    for (let t = 0; t < d; t++) unit[i + t] = data[i + t]! / scale / length;
  }
  return unit;
}

/**
 * 1 − cosine of the angle, between rows of unit length. For those it is half the squared euclidean distance, which bounds it
 * by boxes from below; a row of zeros is 1 away from every other row, so nothing bounds it from above. A row is 0 away from itself.
 */
const cosine: DistanceMetric = {
  name: 'cosine',
  reduced(a, i, b, j, d) {
    if (a === b && i === j) return 0;
    let dot = 0;
    for (let t = 0; t < d; t++) dot += a[i + t]! * b[j + t]!;
    return Math.min(2, Math.max(0, 1 - dot));
  },
  reduce: identity,
  restore: identity,
  boxMin: (a, i, lo, hi, j, d) => euclidean.boxMin(a, i, lo, hi, j, d) / 2 - 1e-12,
  boxMax: () => Number.POSITIVE_INFINITY,
  triangle: false,
  grid: false,
  transform: unitRows,
};

/** The metrics by name. `minkowski` with p = 1, 2 and ∞ is manhattan, euclidean and chebyshev, to the last bit. */
export function distanceMetric(name: string, p = 2): DistanceMetric {
  if (name === 'manhattan' || name === 'l1' || name === 'cityblock') return manhattan;
  if (name === 'chebyshev') return chebyshev;
  if (name === 'cosine') return cosine;
  if (name === 'minkowski') {
    if (p === 1) return manhattan;
    if (p === 2) return euclidean;
    return p === Number.POSITIVE_INFINITY ? chebyshev : minkowski(p);
  }
  if (name === 'euclidean' || name === 'l2') return euclidean;
  throw new Error(`no metric "${name}"`);
}
