import type { Messages } from './messages.ts';

/** How many candidates a row shows its messages of. */
const CANDIDATES = 3;

/** Entries looked at between two yields. */
const BLOCK_WORK = 2 ** 22;

/** The k that each row would choose now: where responsibility + availability is largest. */
export function* best({ n, responsibility: R, availability: A }: Messages): Generator<null, Int32Array, void> {
  const rows = new Int32Array(n);
  const block = Math.max(1, Math.floor(BLOCK_WORK / n));
  for (let i = 0; i < n; i++) {
    let most = Number.NEGATIVE_INFINITY;
    for (let k = 0, at = i * n; k < n; k++, at++) {
      const value = R[at]! + A[at]!;
      if (value > most) {
        most = value;
        rows[i] = k;
      }
    }
    if (i % block === block - 1) yield null;
  }
  return rows;
}

/** The same, and for the few best of each row what they are: n × 3, the best first; -1 where there are fewer rows. */
export function topCandidates({ n, responsibility: R, availability: A }: Messages) {
  const candidates = new Int32Array(n * CANDIDATES).fill(-1);
  const values = new Float64Array(CANDIDATES);
  for (let i = 0; i < n; i++) {
    values.fill(Number.NEGATIVE_INFINITY);
    const base = i * CANDIDATES;
    for (let k = 0, at = i * n; k < n; k++, at++) {
      const value = R[at]! + A[at]!;
      if (value <= values[CANDIDATES - 1]!) continue;
      let place = CANDIDATES - 1;
      for (; place > 0 && values[place - 1]! < value; place--) {
        values[place] = values[place - 1]!;
        candidates[base + place] = candidates[base + place - 1]!;
      }
      values[place] = value;
      candidates[base + place] = k;
    }
  }
  const pick = (M: Float64Array) =>
    Float64Array.from(candidates, (k, at) => (k < 0 ? 0 : M[Math.floor(at / CANDIDATES) * n + k]!));
  return {
    best: Int32Array.from({ length: n }, (_, i) => candidates[i * CANDIDATES]!),
    candidates,
    responsibilities: pick(R),
    availabilities: pick(A),
  };
}
