import { expect, it } from 'vitest';
import { duration, endWords } from './run-words.ts';

it('gives a duration the digits it deserves', () => {
  expect([0.00042, 0.038, 1.2388].map(duration)).toEqual(['0.4 ms', '38 ms', '1.24 s']);
});

it('says how a run ended', () => {
  expect(endWords({ attributes: { n_iter: 7 }, warnings: [] })).toBe('converged in 7 iterations');
  expect(endWords({ attributes: { n_iter: 1 }, warnings: ['Did not converge in 1 iteration.'] })).toBe(
    'stopped after 1 iteration',
  );
  expect(endWords({ attributes: {}, warnings: [] })).toBe('done');
});
