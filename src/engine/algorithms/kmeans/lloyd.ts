import { assignInBounds, followCenters, noBounds } from '../../numeric/centers/bounds.ts';
import { blocksOf } from '../../numeric/centers/points.ts';
import { squaredNorms } from '../../numeric/dots.ts';
import type { Problem } from './problem.ts';
import { iterate, type Observer, type Run, type Runner } from './run.ts';
import { clearSums, gatherRows, updateCenters } from './update.ts';

/** Lloyd's algorithm: S. P. Lloyd, "Least squares quantization in PCM", IEEE Transactions on Information Theory 28 (1982) 129–137. */
export const lloyd: Runner = function* lloyd(problem: Problem, run: Run, observer: Observer | null) {
  const norms = new Float64Array(problem.k);
  const bounds = noBounds(problem, problem.k);
  function* assign(last: boolean): Generator<null, void, void> {
    const { n, d, k } = problem;
    squaredNorms(run.centers, k, d, norms);
    followCenters(bounds, run.centers, d);
    if (!last) clearSums(run);
    for (const [start, end] of blocksOf(n, k * d)) {
      assignInBounds(problem, bounds, run.centers, norms, run.labels, start, end);
      if (!last) gatherRows(problem, run, start, end);
      if (end < n) yield null;
    }
  }
  yield* iterate(problem, run, observer, assign, () => updateCenters(problem, run));
};
