import { gemmDot, squaredNorms } from '../../numeric/dots.ts';
import type { Problem } from './problem.ts';
import { iterate, type Observer, type Run, type Runner } from './run.ts';
import { clearSums, gatherRows, updateCenters } from './update.ts';

/** Lloyd's algorithm: S. P. Lloyd, "Least squares quantization in PCM", IEEE Transactions on Information Theory 28 (1982) 129–137. */
export const lloyd: Runner = function* lloyd(problem: Problem, run: Run, observer: Observer | null) {
  const norms = new Float64Array(problem.k);
  function* assign(last: boolean): Generator<null, void, void> {
    const { n, blockRows } = problem;
    squaredNorms(run.centers, problem.k, problem.d, norms);
    if (!last) clearSums(run);
    for (let start = 0; start < n; start += blockRows) {
      const end = Math.min(start + blockRows, n);
      assignRows(problem, run, norms, start, end);
      if (!last) gatherRows(problem, run, start, end);
      if (end < n) yield null;
    }
  }
  yield* iterate(problem, run, observer, assign, () => updateCenters(problem, run));
};

/**
 * The nearest centre of each row from `start` to `end`, the first of equals, by ‖c‖² − 2 x·c as scikit-learn has it. Two
 * centres that differ by no more than rounding can make are compared again in its very order of rounding.
 */
function assignRows(problem: Problem, run: Run, centerNorms: Float64Array, start: number, end: number): void {
  const { data, norms, d, k } = problem;
  const { centers, labels } = run;
  const doubt = (d + 4) * Number.EPSILON;
  const largestNorm = Math.max(...centerNorms);
  for (let i = start; i < end; i++) {
    let best = Number.POSITIVE_INFINITY;
    let second = Number.POSITIVE_INFINITY;
    let label = 0;
    for (let j = 0, to = 0; j < k; j++) {
      let dot = 0;
      for (let f = 0, at = i * d; f < d; f++) dot += data[at++]! * centers[to++]!;
      const value = centerNorms[j]! - 2 * dot;
      if (value < best) {
        second = best;
        best = value;
        label = j;
      } else if (value < second) second = value;
    }
    const isClose = second - best <= doubt * (norms[i]! + 2 * largestNorm);
    labels[i] = isClose ? nearestInDoubt(problem, centers, centerNorms, i) : label;
  }
}

function nearestInDoubt({ data, d, k }: Problem, centers: Float64Array, centerNorms: Float64Array, i: number): number {
  let best = Number.POSITIVE_INFINITY;
  let label = 0;
  for (let j = 0; j < k; j++) {
    const value = centerNorms[j]! - 2 * gemmDot(data, i * d, centers, j * d, d);
    if (value < best) {
      best = value;
      label = j;
    }
  }
  return label;
}
