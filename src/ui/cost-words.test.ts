import { expect, test } from 'vitest';
import { heldWords, sampleWords } from './cost-words.ts';

const words = (seconds: number, bytes: number, rows = 10_000) =>
  heldWords('Affinity Propagation', { cost: { seconds, bytes }, rows });

test('time and memory in figures that an estimate has', () => {
  expect(words(38.4, 1.23e9)).toBe('Affinity Propagation needs about 38 s and 1.2 GB for 10,000 rows.');
  expect(words(0.2, 3.2e8)).toBe('Affinity Propagation needs about 1 s and 320 MB for 10,000 rows.');
  expect(words(12, 2e6, 900)).toBe('Affinity Propagation needs about 12 s for 900 rows.');
  expect(words(754, 0)).toBe('Affinity Propagation needs about 13 minutes for 10,000 rows.');
  expect(words(7.3e6, 4e11, 70_000)).toBe('Affinity Propagation needs about 2,000 hours and 400 GB for 70,000 rows.');
});

test('a sample is one only where the rows are mixed', () => {
  expect(sampleWords({ rows: 2000, isRandom: true })).toBe('Use a sample of 2,000 rows');
  expect(sampleWords({ rows: 500, isRandom: false })).toBe('Use the first 500 rows');
});
