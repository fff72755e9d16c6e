import { expect, test } from 'vitest';
import { bytesWords } from './bytes-words.ts';

test('bytes in words', () => {
  expect(bytesWords(12_000_000, 14_200_000)).toBe('12 of 14 MB');
  expect(bytesWords(512_000, 1_690_000)).toBe('0.5 of 1.7 MB');
  expect(bytesWords(0, 9_800)).toBe('0 of 10 kB');
});
