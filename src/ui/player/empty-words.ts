import type { RunState } from '../../state/run.ts';

/** What stands where the steps are told while there is none to tell of: what is under way, or what is in the way. */
export function emptyWords({ status, error }: Pick<RunState, 'status' | 'error'>): string {
  if (status === 'loading') return 'Loading …';
  if (status === 'running') return 'Running …';
  if (error) return `Nothing to show: ${[error.field, error.problem].filter(Boolean).join(' ')}.`;
  if (status === 'held') return 'Not started: it would take long, or much memory.';
  if (status === 'cancelled') return 'Cancelled: there is nothing to show.';
  return 'Nothing to show yet.';
}
