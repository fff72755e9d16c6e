import { describe, expect, test } from 'vitest';
import type { RunStatus } from '../../state/run.ts';
import { emptyWords } from './empty-words.ts';

const words = (status: RunStatus, error: { field: string; problem: string } | null = null) =>
  emptyWords({ status, error });

describe('what is said where there is no step to tell of', () => {
  test('an error names its field, if it has one, and is no mere "not yet"', () => {
    const problem = 'must be at most the number of rows (150)';
    expect(words('failed', { field: 'params.n_clusters', problem })).toBe(
      'Nothing to show: params.n_clusters must be at most the number of rows (150).',
    );
    expect(words('failed', { field: '', problem: 'the worker was lost' })).toBe(
      'Nothing to show: the worker was lost.',
    );
  });

  test('what is under way comes before the error of the run before', () => {
    expect(words('loading', { field: 'a', problem: 'b' })).toBe('Loading …');
    expect(words('running', { field: 'a', problem: 'b' })).toBe('Running …');
  });

  test('a run that was cancelled or not started is not awaited', () => {
    expect(words('cancelled')).toMatch(/^Cancelled/);
    expect(words('held')).toMatch(/^Not started/);
    expect(words('done')).toBe('Nothing to show yet.');
  });
});
