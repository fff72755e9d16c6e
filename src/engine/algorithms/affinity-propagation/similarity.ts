import { squaredNorms } from '../../numeric/dots.ts';
import { selectValue } from '../../numeric/neighbours/select.ts';
import type { RandomState } from '../../numeric/random-state.ts';
import { selfDot } from '../../numeric/self-dot.ts';
import type { Matrix } from '../../types.ts';

/** Multiplications between two yields. */
const BLOCK_WORK = 2 ** 18;
/** For similarities of 0: a hundred times the smallest normal number. */
const TINY = 100 * 2 ** -1022;

/**
 * n × n: minus the squared distance of any two rows, rounded as scikit-learn rounds it (‖a‖² − 2 a·b + ‖b‖², so not quite
 * symmetric): in clusters of two rows the last bit decides which of them is the exemplar.
 */
export function* similarities({ data, rows: n, cols: d }: Matrix): Generator<null, Float64Array, void> {
  const norms = squaredNorms(data, n, d);
  const dot = isExact(data, d) ? plainDot : selfDot;
  const S = new Float64Array(n * n);
  const block = Math.max(1, Math.floor(BLOCK_WORK / (n * d)));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const product = -2 * dot(data, i, j, n, d);
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

function plainDot(data: Float64Array, i: number, j: number, _n: number, d: number): number {
  let dot = 0;
  for (let f = 0; f < d; f++) dot += data[i * d + f]! * data[j * d + f]!;
  return dot;
}

/** The median of all n² similarities, the zeros on the diagonal among them; the mean of the middle two where n is even. */
export function medianSimilarity(S: Float64Array): number {
  const values = S.slice();
  const middle = S.length >> 1;
  const high = selectValue(values, S.length, middle);
  if (S.length % 2 === 1) return high;
  let low = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < middle; at++) if (values[at]! > low) low = values[at]!;
  return (low + high) / 2;
}

/** Whether any two different rows are as similar as any other two. */
export function allEqual(S: Float64Array, n: number): boolean {
  const first = S[1];
  return S.every((value, at) => value === first || at % (n + 1) === 0);
}

/** Adds noise of the size of a rounding error to every entry, so that nothing ties. Takes n² normal numbers. */
export function* addNoise(S: Float64Array, random: RandomState): Generator<null, void, void> {
  for (let at = 0; at < S.length; at++) {
    S[at]! += (Number.EPSILON * S[at]! + TINY) * random.standardNormal(Math.log);
    if (at % BLOCK_WORK === BLOCK_WORK - 1) yield null;
  }
}
