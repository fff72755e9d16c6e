import type { Outcome } from '../../worker/api.ts';

/** "0.4 ms", "38 ms", "1.24 s" */
export function duration(seconds: number): string {
  if (seconds >= 1) return `${seconds.toFixed(2)} s`;
  const ms = seconds * 1000;
  return ms >= 10 ? `${ms.toFixed(0)} ms` : `${ms.toFixed(1)} ms`;
}

/** How a run ended: "converged in 7 iterations"; "stopped after 3 iterations" where a warning says that it did not converge. */
export function endWords({ attributes, warnings }: Pick<Outcome, 'attributes' | 'warnings'>): string {
  const { n_iter: n } = attributes;
  if (typeof n !== 'number') return 'done';
  const times = `${n} iteration${n === 1 ? '' : 's'}`;
  return warnings.some((warning) => /converge/i.test(warning)) ? `stopped after ${times}` : `converged in ${times}`;
}
