import { squaredNorms, squaredNormsByColumns } from '../../numeric/dots.ts';
import { selectValue } from '../../numeric/neighbours/select.ts';
import type { RandomState } from '../../numeric/random-state.ts';
import { filledColumns, selfDot } from '../../numeric/self-dot.ts';
import type { Matrix } from '../../types.ts';

/** Multiplications between two yields. */
const BLOCK_WORK = 2 ** 18;
/** For similarities of 0: a hundred times the smallest normal number. */
const TINY = 100 * 2 ** -1022;

/**
 * n × n: minus the squared distance of any two rows, rounded as scikit-learn rounds it (‖a‖² − 2 a·b + ‖b‖², so not quite
 * symmetric): in clusters of two rows the last bit decides which of them is the exemplar.
 */
export function* similarities(X: Matrix): Generator<null, Float64Array, void> {
  const { data, rows: n, cols: d } = X;
  const norms = (X.byColumns ? squaredNormsByColumns : squaredNorms)(data, n, d);
  const dot = isExact(data, d) ? plainDot : selfDot;
  const S = new Float64Array(n * n);
  const block = Math.max(1, Math.floor(BLOCK_WORK / (n * d)));
  for (let i = 0; i < n; i++) {
    const columns = filledColumns(data, i, d);
    for (let j = 0; j < i; j++) {
      const product = -2 * dot(data, i, j, n, d, columns);
      S[i * n + j] = -Math.max(0, product + norms[i]! + norms[j]!);
      S[j * n + i] = -Math.max(0, product + norms[j]! + norms[i]!);
    }
    if (i % block === block - 1) yield null;
  }
  return S;
}

/** Whether every sum of d products is exact, as for pixels: whole 1024ths that are small enough. */
function isExact(data: Float64Array, d: number): boolean {
  const most = Math.sqrt(2 ** 52 / d);
  return data.every((value) => Number.isInteger(value * 1024) && Math.abs(value * 1024) < most);
}

function plainDot(data: Float64Array, i: number, j: number, _n: number, d: number, columns: Int32Array): number {
  let dot = 0;
  for (let t = 0; t < columns.length; t++) dot += data[i * d + columns[t]!]! * data[j * d + columns[t]!]!;
  return dot;
}

/** The median of all n² similarities, the zeros on the diagonal among them; the mean of the middle two where n is even. */
export function* medianSimilarity(S: Float64Array): Generator<null, number, void> {
  const middle = S.length >> 1;
  const high = yield* orderStatistic(S, middle);
  if (S.length % 2 === 1) return high;
  let low = Number.NEGATIVE_INFINITY;
  let less = 0;
  for (const [from, to] of blocks(S.length)) {
    for (let at = from; at < to; at++) {
      if (S[at]! >= high) continue;
      less++;
      if (S[at]! > low) low = S[at]!;
    }
    yield null;
  }
  return ((less === middle ? low : high) + high) / 2;
}

const BUCKETS = 4096;
/** So few values are put in order at once. */
const FEW = 2 ** 16;

/** The value of rank `rank` (0: the least), by counting into ever narrower buckets: nothing is copied or moved but the last few. */
function* orderStatistic(values: Float64Array, rank: number): Generator<null, number, void> {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [from, to] of blocks(values.length)) {
    for (let at = from; at < to; at++) {
      low = Math.min(low, values[at]!);
      high = Math.max(high, values[at]!);
    }
    yield null;
  }
  let within = values.length;
  let left = rank;
  while (low < high && within > FEW) {
    const bucketOf = (value: number) => Math.min(BUCKETS - 1, Math.floor(((value - low) / (high - low)) * BUCKETS));
    const counts = new Int32Array(BUCKETS);
    const firsts = new Float64Array(BUCKETS).fill(Number.POSITIVE_INFINITY);
    const lasts = new Float64Array(BUCKETS).fill(Number.NEGATIVE_INFINITY);
    for (const [from, to] of blocks(values.length)) {
      for (let at = from; at < to; at++) {
        const value = values[at]!;
        if (value < low || value > high) continue;
        const bucket = bucketOf(value);
        counts[bucket]!++;
        if (value < firsts[bucket]!) firsts[bucket] = value;
        if (value > lasts[bucket]!) lasts[bucket] = value;
      }
      yield null;
    }
    let bucket = 0;
    while (left >= counts[bucket]!) left -= counts[bucket++]!;
    [low, high, within] = [firsts[bucket]!, lasts[bucket]!, counts[bucket]!];
  }
  if (low === high) return low;
  const few = new Float64Array(within);
  let found = 0;
  for (const [from, to] of blocks(values.length)) {
    for (let at = from; at < to; at++) if (values[at]! >= low && values[at]! <= high) few[found++] = values[at]!;
    yield null;
  }
  return selectValue(few, found, left);
}

/** Values looked at between two yields. */
const BLOCK_VALUES = 2 ** 19;

function* blocks(length: number): Generator<readonly [from: number, to: number], void, void> {
  for (let from = 0; from < length; from += BLOCK_VALUES) yield [from, Math.min(from + BLOCK_VALUES, length)];
}

/** Whether any two different rows are as similar as any other two. */
export function allEqual(S: Float64Array, n: number): boolean {
  const first = S[1];
  for (let at = 0; at < S.length; at++) if (S[at] !== first && at % (n + 1) !== 0) return false;
  return true;
}

/** Adds noise of the size of a rounding error to every entry, so that nothing ties. Takes n² normal numbers. */
export function* addNoise(S: Float64Array, random: RandomState): Generator<null, void, void> {
  for (let at = 0; at < S.length; at++) {
    S[at]! += (Number.EPSILON * S[at]! + TINY) * random.standardNormal(Math.log);
    if (at % BLOCK_WORK === BLOCK_WORK - 1) yield null;
  }
}
