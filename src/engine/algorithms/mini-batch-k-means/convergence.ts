import { pairwiseSum } from '../../numeric/sums.ts';
import type { Ending } from './ending.ts';
import type { Options } from './options.ts';
import type { Run } from './run.ts';

/**
 * Whether the step just taken is the last, and why. The first one never counts: its inertia is that of the first centres.
 * @param tolerance `tol` times the mean variance of the columns: the squared moves of the centres may sum to this
 */
export function endingAfter(run: Run, options: Options, n: number, tolerance: number): Ending | null {
  if (run.step > 1) {
    smooth(run, options.batchSize, n);
    if (tolerance > 0 && squaredMove(run) <= tolerance) return 'tol';
    if (run.smoothed! < run.lowest) {
      run.lowest = run.smoothed!;
      run.stale = 0;
    } else run.stale++;
    if (options.patience !== null && run.stale >= options.patience) return 'max_no_improvement';
  }
  return run.step === options.maxSteps ? 'max_iter' : null;
}

function smooth(run: Run, batchSize: number, n: number): void {
  const weight = Math.min(1, (batchSize * 2) / (n + 1));
  run.smoothed = run.smoothed === null ? run.inertia : run.smoothed * (1 - weight) + run.inertia * weight;
}

function squaredMove({ centers, next }: Run): number {
  return pairwiseSum(
    centers.map((value, at) => {
      const move = value - next[at]!;
      return move * move;
    }),
  );
}
